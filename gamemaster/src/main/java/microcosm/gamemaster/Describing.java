package microcosm.gamemaster;

import java.util.stream.Collectors;

import microcosm.worlds.ActionRule;

/// What a model may have come of a try, in a line.
final class Describing {
    private Describing() {}

    static String of(ActionRule rule) {
        String form = rule.name() + "(" + rule.parameters().stream()
                .map(parameter -> parameter.name() + (parameter.optional() ? "?" : ""))
                .collect(Collectors.joining(", ")) + ")";
        return form + meaning(rule) + rule.needs().map(needs -> "; needs " + needs.text()).orElse("");
    }

    private static String meaning(ActionRule rule) {
        return switch (rule.name()) {
            case Powers.SAY -> ": words go out on a channel, to whoever hears it; “to” where they are meant for one";
            case "go" -> ": the one who tries goes to a place";
            case "give" -> ": goods pass from the hand of the one who tries";
            case "use_up" -> ": goods of the one who tries are used up";
            case Powers.VOTE -> ": the one who tries is for an option; use the same words for the same option";
            case Powers.ESTABLISH -> ": something is so from now on; a short name for it, and a sentence";
            case Powers.CHANGE -> ": what was so is otherwise from now on; a sentence";
            default -> "";
        };
    }
}
