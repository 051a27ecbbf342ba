package microcosm.gamemaster;

import java.util.stream.Collectors;

import microcosm.agents.Tie;
import microcosm.worlds.ActionRule;
import microcosm.worlds.Channel;
import microcosm.worlds.Place;
import microcosm.worlds.World;

/// What a model may have come of a try, in a line.
final class Describing {
    private Describing() {}

    static String of(ActionRule rule, World world) {
        String form = rule.name() + "(" + rule.parameters().stream()
                .map(parameter -> parameter.name() + (parameter.optional() ? "?" : ""))
                .collect(Collectors.joining(", ")) + ")";
        return form + meaning(rule, world) + rule.needs().map(needs -> "; needs " + needs.text()).orElse("");
    }

    private static String meaning(ActionRule rule, World world) {
        return switch (rule.name()) {
            case Powers.SAY -> ": words go out on a channel, to whoever hears it. The channels: " + channels(world);
            case "go" -> ": the one who tries goes to a place. The places: " + world.things().places().stream()
                    .map(Place::id).collect(Collectors.joining(", "));
            case "give" -> ": goods pass from the hand of the one who tries";
            case "use_up" -> ": goods of the one who tries are used up";
            case Powers.VOTE -> ": the one who tries is for an option; use the same words for the same option";
            case Powers.ESTABLISH ->
                ": something is so from now on; a short name for it, and a sentence; seen by “the actor” or by "
                        + "“everybody here”";
            case Powers.CHANGE -> ": what was so is otherwise from now on; a sentence";
            default -> "";
        };
    }

    private static String channels(World world) {
        return world.dealings().channels().stream().map(channel -> channel.id() + ", heard by " + hearers(channel))
                .distinct().collect(Collectors.joining("; "));
    }

    private static String hearers(Channel channel) {
        return switch (channel.hearers()) {
            case Channel.Members.Everyone() -> "everybody";
            case Channel.Members.Addressee() -> "the one it is meant for, named in “to”";
            case Channel.Members.SamePlace() -> "whoever is in the same place";
            case Channel.Members.Related(String relation) -> new Tie("", relation, "", "yes").sentence("whoever", false,
                    "the speaker");
            case Channel.Members.Named _,Channel.Members.Where _ -> "some";
        };
    }
}
