package microcosm.agents;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import microcosm.prompts.Passage;
import microcosm.worlds.ActionRule;
import microcosm.worlds.Channel;
import microcosm.worlds.World;

/// What can be done and said in a world, in words.
final class Doings {
    private final World world;

    Doings(World world) { this.world = world; }

    Passage actions() {
        List<ActionRule> rules = world.dealings().actions();
        if (rules.isEmpty()) {
            return Passage.of(
                    "You may try whatever a person in your place could; what comes of it depends on what is so.",
                    Passage.PAGE);
        }
        var lines = new ArrayList<Passage>();
        lines.add(Passage.of("What one can try:", Passage.PAGE));
        rules.forEach(rule -> lines.add(Passage.line("- " + form(rule), rule.at().toString())));
        return Passage.lines(lines);
    }

    /// @return `offer (to: somebody, give: goods, get: goods)`
    private String form(ActionRule rule) {
        String form = rule.parameters().stream().map(parameter -> parameter.name() + ": " + kind(parameter.kind())
                + (parameter.optional() ? ", or none" : "")).reduce((one, two) -> one + "; " + two).orElse("");
        return rule.name() + (form.isEmpty() ? "" : " (" + form + ")");
    }

    private static String kind(ActionRule.Kind kind) {
        return switch (kind) {
            case ActionRule.Kind.SomePerson() -> "somebody";
            case ActionRule.Kind.SomeGoods() -> "an amount of goods";
            case ActionRule.Kind.SomeOffer() -> "an open offer";
            case ActionRule.Kind.SomeChannel() -> "a way to speak";
            case ActionRule.Kind.SomeMarket() -> "a market";
            case ActionRule.Kind.SomePlace() -> "a place";
            case ActionRule.Kind.SomeClaim() -> "a claim";
            case ActionRule.Kind.Quantity(var least, var most, boolean whole) -> (whole ? "a whole number" : "a number")
                    + " from " + least.toPlainString() + " to " + most.toPlainString();
            case ActionRule.Kind.Choice(List<String> options) -> "one of " + String.join(", ", options);
            case ActionRule.Kind.Words() -> "words";
        };
    }

    Passage channels() {
        var lines = new ArrayList<Passage>();
        var seen = new LinkedHashSet<String>();
        for (Channel channel : world.dealings().channels()) {
            if (seen.add(channel.id())) {
                lines.add(Passage.line(
                        "- " + channel.name() + ": heard by " + hearers(channel.hearers()) + limits(channel),
                        channel.at().toString()));
            }
        }
        if (!lines.isEmpty()) {
            lines.addFirst(Passage.of("Words reach people in these ways, when they are open to you:", Passage.PAGE));
        }
        return Passage.lines(lines);
    }

    private String hearers(Channel.Members members) {
        return switch (members) {
            case Channel.Members.Everyone() -> "everyone";
            case Channel.Members.Addressee() -> "whomever you speak to, and nobody else";
            case Channel.Members.SamePlace() -> "whoever is where you are";
            case Channel.Members.Related(String relation) ->
                new Tie("", relation, "", "yes").sentence("those who", true, "you");
            case Channel.Members.Named(List<String> ids) -> Naming.joined(ids.stream().map(this::called).toList());
            case Channel.Members.Where _ -> "some only";
        };
    }

    private String called(String id) {
        Map<String, String> names = new LinkedHashMap<>();
        world.cast().people().forEach(one -> names.put(one.id(), one.name()));
        world.cast().roles()
                .forEach(role -> names.putIfAbsent(role.id(), "every " + role.name().toLowerCase(Locale.ROOT)));
        world.cast().populations().forEach(all -> names.putIfAbsent(all.id(), "all of " + all.name()));
        return names.getOrDefault(id, id);
    }

    private String limits(Channel channel) {
        var limits = new ArrayList<String>();
        if (channel.delay() > 0) {
            limits.add("only after a while");
        }
        if (channel.limit() > 0) {
            limits.add((channel.limit() == 1 ? "one message" : channel.limit() + " messages") + " a "
                    + world.clock().unit());
        }
        if (channel.longest() > 0) {
            limits.add("at most " + channel.longest() + " characters");
        }
        return limits.isEmpty() ? "" : " (" + String.join(", ", limits) + ")";
    }
}
