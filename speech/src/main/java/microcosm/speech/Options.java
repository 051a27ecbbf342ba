package microcosm.speech;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import microcosm.worlds.ActionRule.Kind;

/// What people say for the options of well-known choices: "cooperate" for C, "against" for no.
final class Options {
    private static final Map<String, List<String>> SAID = WordMap.of(
            Map.entry("c", List.of("cooperate", "cooperating", "cooperation", "co", "collaborate", "silent")),
            Map.entry("d", List.of("defect", "defecting", "defection", "betray")),
            Map.entry("cooperate", List.of("c", "cooperating", "cooperation", "collaborate")),
            Map.entry("defect", List.of("d", "defecting", "defection", "betray")),
            Map.entry("yes", List.of("aye", "yea", "favour", "favor", "for", "approve", "approving")),
            Map.entry("no", List.of("nay", "against", "oppose", "opposing", "reject")),
            Map.entry("for", List.of("yes", "aye", "favour", "favor")),
            Map.entry("against", List.of("no", "nay")), Map.entry("aye", List.of("yes", "for", "favour", "favor")),
            Map.entry("nay", List.of("no", "against")), Map.entry("abstain", List.of("abstaining", "abstention")),
            Map.entry("accept", List.of("accepting")), Map.entry("reject", List.of("rejecting", "refuse")));

    private Options() {}

    static Optional<String> meant(Kind.Choice choice, Passage passage, int i) {
        String word = passage.token(i).word();
        if (word.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> itself = choice.options().stream().filter(option -> option.equalsIgnoreCase(word)).findFirst();
        if (itself.isPresent()) {
            return itself; // even where it is also somebody's name
        }
        return choice.options().stream()
                .filter(option -> SAID.getOrDefault(option.toLowerCase(Locale.ROOT), List.of()).contains(word))
                .findFirst();
    }
}
