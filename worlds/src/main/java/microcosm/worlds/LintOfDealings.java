package microcosm.worlds;

import java.util.List;
import java.util.Optional;

import microcosm.worlds.ActionRule.Kind;

/// Whether what can be done in one arm can be done: goods are conserved, actions have what they act on, channels have members.
final class LintOfDealings {
    private static final List<String> OF_AN_ACTOR = List.of("open_offer", "swap", "pay", "settle_debt", "tell",
            "tell_next_step", "move", "supply", "vote", "consult", "hand_in");

    private static final List<String> OF_SOMEBODY = List.of("make(goods, who)", "owe(to, goods, who)",
            "use(goods, who)", "assign(to, text, from)");

    private final World world;
    private final Names names;
    private final Lint lint;

    LintOfDealings(World world, Names names, Lint lint) {
        this.world = world;
        this.names = names;
        this.lint = lint;
    }

    void check() {
        world.dealings().actions().forEach(this::action);
        world.dealings().events().forEach(event -> event.effects().forEach(this::ofTheWorld));
        world.dealings().phases().forEach(phase -> phase.afterwards().forEach(this::ofTheWorld));
        world.dealings().channels().forEach(this::channel);
    }

    private void action(ActionRule action) {
        action.effects().forEach(this::conserved);
        Optional<Boolean> needs = action.needs().flatMap(Arms::constant);
        lint.inSomeArm("needs", needs.orElse(true), action.at(),
                "nobody can ever use the action \"" + action.name() + "\": what it needs is false",
                "a condition that holds in some arm");
        for (ActionRule.Parameter parameter : action.parameters()) {
            String missing = missing(parameter.kind());
            if (!missing.isEmpty() && !parameter.optional()) {
                lint.wrong(action.at(), "nobody can ever use the action \"" + action.name() + "\": " + missing,
                        "something for its parameter "
                                + parameter.name());
            }
        }
        boolean speaks = action.parameters().stream().anyMatch(parameter -> parameter.kind() instanceof Kind.Words);
        if (speaks && !world.speech()) {
            lint.wrong(action.at(), "the action \"" + action.name() + "\" carries words, and speech is off",
                    "speech: on, or no parameter of kind speech");
        }
    }

    private String missing(Kind kind) {
        return switch (kind) {
            case Kind.SomePerson _ -> world.cast().people().size()
                    + world.cast().populations().stream().mapToLong(Population::count).sum() < 2
                            ? "there is nobody else"
                            : "";
            case Kind.SomeGoods _ -> names.any(Names.Kind.GOOD) ? "" : "there are no goods";
            case Kind.SomeOffer _ -> effects().contains("open_offer") ? "" : "no action opens an offer";
            case Kind.SomeChannel _ -> names.any(Names.Kind.CHANNEL) ? "" : "there are no channels";
            case Kind.SomeMarket _ -> names.any(Names.Kind.MARKET) ? "" : "there are no markets";
            case Kind.SomePlace _ -> names.any(Names.Kind.PLACE) ? "" : "there are no places";
            case Kind.SomeClaim _ -> names.any(Names.Kind.CLAIM) ? "" : "there are no claims";
            case Kind.Quantity _,Kind.Choice _,Kind.Words _ -> "";
        };
    }

    private List<String> effects() {
        return world.dealings().actions().stream().flatMap(action -> action.effects().stream()).map(EffectCall::name)
                .toList();
    }

    /// Nobody acts where the world does something, so somebody must be named.
    private void ofTheWorld(EffectCall effect) {
        conserved(effect);
        Optional<String> forSomebody = OF_SOMEBODY.stream().filter(form -> form.startsWith(effect.name() + "("))
                .findFirst();
        boolean named = forSomebody.map(form -> effect.arguments().size() >= form.split(",").length).orElse(false);
        if (!named && (forSomebody.isPresent() || OF_AN_ACTOR.contains(effect.name()))) {
            lint.wrong(effect.at(), effect.name() + ": nobody acts here",
                    forSomebody.map(form -> form + ", who a person or everyone")
                            .orElse("an effect that needs no actor: add, become, close_offer, establish, reveal, "
                                    + String.join(", ", OF_SOMEBODY)));
        }
    }

    private void conserved(EffectCall effect) {
        List<Good> goods = world.things().goods();
        if (effect.name().equals("make") && goods.stream().noneMatch(Good::made)) {
            lint.wrong(effect.at(), "goods are made here, and no good may be made", "\"made\" in the table of goods");
        }
        if (effect.name().equals("use") && goods.stream().noneMatch(Good::used)) {
            lint.wrong(effect.at(), "goods are used up here, and no good may be used",
                    "\"used\" in the table of goods");
        }
    }

    private void channel(Channel channel) {
        members(channel, channel.speakers(), "who may speak on it");
        members(channel, channel.hearers(), "who hears it");
    }

    private void members(Channel channel, Channel.Members members, String who) {
        boolean nobody = switch (members) {
            case Channel.Members.Named(var ids) -> ids.isEmpty();
            case Channel.Members.SamePlace _ -> !names.any(Names.Kind.PLACE);
            case Channel.Members.Related(var relation) -> !isRelation(relation);
            case Channel.Members.Everyone _,Channel.Members.Addressee _,Channel.Members.Where _ -> false;
        };
        lint.inSomeArm(who, !nobody, channel.at(), "channel \"" + channel.name() + "\" has nobody " + who,
                "everyone, addressee, names, or a relation that somebody stands in");
    }

    private boolean isRelation(String relation) {
        return world.things().relations().stream().anyMatch(other -> other.is().equals(relation))
                || world.cast().populations().stream()
                        .anyMatch(p -> p.network().map(network -> network.relation().equals(relation)).orElse(false));
    }
}
