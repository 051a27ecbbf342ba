package microcosm.agents;

import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;

import microcosm.speech.Intent;
import microcosm.speech.Intent.Deed;
import microcosm.speech.Realiser;
import microcosm.speech.Setting;
import microcosm.worlds.ActionRule;
import microcosm.worlds.Assertion.Stance;
import microcosm.worlds.Channel;
import microcosm.worlds.Claim;
import microcosm.worlds.Market;
import microcosm.worlds.Place;
import microcosm.worlds.World;

/// Says an intent as calls, one a line: `produce(town: North Quay, q: 40)`. For worlds with `speech: off`, where wording is no part of what is
/// studied. Chat is left out; a claim is the text of the world's speaking action.
final class CallRealiser implements Realiser {
    private final World world;
    private final Repertoire repertoire;

    CallRealiser(World world) {
        this.world = world;
        repertoire = new Repertoire(world);
    }

    @Override
    public String realise(Intent intent, Setting setting, Supplier<? extends RandomGenerator> chance) {
        var lines = new ArrayList<String>();
        for (Deed deed : intent.deeds()) {
            switch (deed) {
                case Deed.Act act -> lines.add(call(act, setting));
                case Deed.Say say -> said(say, intent).ifPresent(act -> lines.add(call(act, setting)));
                case Deed.Chat _ -> {
                }
            }
        }
        return String.join("\n", lines);
    }

    private String call(Deed.Act act, Setting setting) {
        var call = new StringBuilder(act.action()).append('(');
        String before = "";
        for (Map.Entry<String, String> argument : act.arguments().entrySet()) {
            if (!argument.getValue().isEmpty()) {
                call.append(before).append(argument.getKey()).append(": ").append(kind(act.action(), argument.getKey())
                        .map(kind -> written(kind, argument.getValue(), setting)).orElse(argument.getValue()));
                before = ", ";
            }
        }
        return call.append(')').toString();
    }

    private Optional<ActionRule.Kind> kind(String action, String parameter) {
        for (ActionRule rule : world.dealings().actions()) {
            if (rule.name().equals(action)) {
                return rule.parameter(parameter).map(ActionRule.Parameter::kind);
            }
        }
        return Optional.empty();
    }

    private String written(ActionRule.Kind kind, String value, Setting setting) {
        return switch (kind) {
            case ActionRule.Kind.SomePerson() -> setting.people().stream().filter(p -> p.id().equals(value))
                    .map(Setting.Named::name).findFirst().orElse(value);
            case ActionRule.Kind.SomeMarket() -> market(value);
            case ActionRule.Kind.SomePlace() -> world.things().places().stream().filter(p -> p.id().equals(value))
                    .map(Place::name).findFirst().orElse(value);
            case ActionRule.Kind.SomeChannel() -> world.dealings().channels().stream()
                    .filter(c -> c.id().equals(value)).map(Channel::name).findFirst().orElse(value);
            case ActionRule.Kind.Words() -> '"' + value.replace('"', '\'') + '"';
            case ActionRule.Kind.SomeGoods(),ActionRule.Kind.SomeOffer(),ActionRule.Kind.SomeClaim(),ActionRule.Kind.Choice _,ActionRule.Kind.Quantity _ ->
                value;
        };
    }

    private String market(String id) {
        for (Market market : world.dealings().markets()) {
            if (market.id().equals(id)) {
                return market.name();
            }
        }
        return id;
    }

    private Optional<Deed.Act> said(Deed.Say say, Intent intent) {
        String title = world.things().claims().stream().filter(claim -> claim.id().equals(say.claim()))
                .map(Claim::title).findFirst().orElse(say.claim());
        return repertoire.with("tell")
                .flatMap(use -> use.deed(intent.channel().orElse(""), intent.addressee().orElse(""),
                        worded(say.stance(), title)));
    }

    private static String worded(Stance stance, String title) {
        return switch (stance) {
            case ASSERTS -> title + ".";
            case DENIES -> "It is not true that: " + title + ".";
            case DOUBTS -> "I doubt it: " + title + ".";
            case ASKS -> "Is it true that: " + title + "?";
        };
    }
}
