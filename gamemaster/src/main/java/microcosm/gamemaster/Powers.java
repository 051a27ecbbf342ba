package microcosm.gamemaster;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import microcosm.worlds.ActionRule;
import microcosm.worlds.ActionRule.Kind;
import microcosm.worlds.ActionRule.Parameter;
import microcosm.worlds.EffectCall;
import microcosm.worlds.Expression;
import microcosm.worlds.GameMasterBrief;
import microcosm.worlds.Position;
import microcosm.worlds.World;

/// What a model that is the game master may have come of what people say they do. In a world with a table of actions: those, and what may be
/// established and changed. Without one: also words on a channel, a way to a place, goods from one's own hand, and a raised hand, as
/// far as the world has channels, places, goods, and facts that may change.
///
/// Each is an [ActionRule], so that a proposal is checked as anybody's attempt is.
final class Powers {
    static final String SAY = "say";
    static final String ESTABLISH = "establish";
    static final String CHANGE = "change";
    static final String VOTE = "raise_hand";
    static final String MYSELF = "the actor";
    static final String PRESENT = "everybody here";

    private static final Parameter TEXT = parameter("text", new Kind.Words());

    private Powers() {}

    /// @param settles whether it may establish and change, or only say which of the world's actions was meant
    static List<ActionRule> of(Moment now, boolean settles) {
        World world = now.world();
        var rules = new ArrayList<>(Situations.actions(now));
        if (!settles) {
            return rules;
        }
        if (world.dealings().actions().isEmpty()) {
            rules.addAll(open(world));
        }
        GameMasterBrief brief = world.dealings().gameMaster();
        if (!brief.mayEstablish().isEmpty()) {
            rules.add(rule(ESTABLISH, List.of(parameter("fact", new Kind.Words()), TEXT,
                    parameter("seen_by", new Kind.Choice(List.of(MYSELF, PRESENT)))), "establish", "fact", "text"));
        }
        List<String> changeable = changeable(world);
        if (!changeable.isEmpty()) {
            rules.add(rule(CHANGE, List.of(parameter("fact", new Kind.Choice(changeable)), TEXT), "establish", "fact",
                    "text"));
        }
        return rules;
    }

    private static List<ActionRule> open(World world) {
        var rules = new ArrayList<ActionRule>();
        if (!world.dealings().channels().isEmpty()) {
            rules.add(rule(SAY, List.of(parameter("channel", new Kind.SomeChannel()),
                    new Parameter("to", new Kind.SomePerson(), true), TEXT), "tell", "channel", "to", "text"));
        }
        if (!world.things().places().isEmpty()) {
            rules.add(rule("go", List.of(parameter("place", new Kind.SomePlace())), "move", "place"));
        }
        if (!world.things().goods().isEmpty()) {
            rules.add(rule("give", List.of(parameter("to", new Kind.SomePerson()),
                    parameter("what", new Kind.SomeGoods())), "pay", "to", "what"));
        }
        if (world.things().goods().stream().anyMatch(good -> good.used())) {
            rules.add(rule("use_up", List.of(parameter("what", new Kind.SomeGoods())), "use", "what"));
        }
        List<String> changeable = changeable(world);
        if (!changeable.isEmpty()) {
            rules.add(rule(VOTE, List.of(parameter("on", new Kind.Choice(changeable)),
                    parameter("option", new Kind.Words())), "vote", "on", "option"));
        }
        return rules;
    }

    /// @return ids of the declared facts that a line of `may change` names by their titles
    static List<String> changeable(World world) {
        List<String> lines = world.dealings().gameMaster().mayChange().stream()
                .map(line -> line.toLowerCase(Locale.ROOT)).toList();
        return world.things().facts().stream().filter(
                fact -> lines.stream().anyMatch(line -> line.contains(fact.title().toLowerCase(Locale.ROOT))))
                .map(fact -> fact.id()).toList();
    }

    static Optional<ActionRule> named(String name, List<ActionRule> rules) {
        return rules.stream().filter(rule -> rule.name().equals(name)).findFirst();
    }

    /// Whether a rule carries words to people who hear them, and does nothing else.
    static boolean speaks(ActionRule rule) {
        return !rule.effects().isEmpty() && rule.effects().stream()
                .allMatch(call -> call.name().equals("tell") || call.name().equals("tell_next_step"));
    }

    private static Parameter parameter(String name, Kind kind) { return new Parameter(name, kind, false); }

    private static ActionRule rule(String name, List<Parameter> parameters, String effect, String... arguments) {
        var at = new Position("game master", 1, 1);
        List<Expression> names = List.of(arguments).stream().<Expression>map(Expression.Name::new).toList();
        return new ActionRule(name, parameters, Optional.empty(), List.of(new EffectCall(effect, names, at)), List.of(),
                at);
    }
}
