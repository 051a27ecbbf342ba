package microcosm.gamemaster;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import microcosm.speech.Reading;
import microcosm.worlds.ActionRule;
import microcosm.worlds.Attempt;
import microcosm.worlds.World;

/// What rules leave of somebody's words: what they could read in two ways, words they found nothing in, and a deed told in the first person that they took
/// for something said: `I take the lantern and look under the bridge.`
final class Unread {
    private static final Pattern QUOTED = Pattern.compile("[\"“„][^\"”“]*[\"”“]");
    private static final Pattern FIRST_PERSON = Pattern
            .compile("(?:^|[.!?;\\n]\\s*)(?:(?:then|so|and|now|first|next),?\\s+)?I\\s+(?:\\p{L}+ly\\s+)?(\\p{L}+)");
    /// Verbs after which somebody speaks or thinks, and does nothing.
    private static final Set<String> SAID = new TreeSet<>(List.of("say", "said", "tell", "told", "ask", "asked",
            "think",
            "thought", "believe", "hope", "fear", "know", "knew", "doubt", "wonder", "wish", "want", "need", "agree",
            "disagree", "suppose", "guess", "mean", "feel", "felt", "trust", "remember", "forget", "see", "saw", "hear",
            "heard", "swear", "promise", "propose", "suggest", "suspect", "am", "was", "have", "had", "do", "did",
            "can", "cannot", "could", "will", "would", "shall", "should", "may", "might", "must", "like", "love",
            "hate",
            "care", "understand", "beg", "thank", "warn", "admit", "confess", "deny", "insist", "repeat", "never",
            "don", "didn", "won", "wouldn", "shouldn", "couldn", "haven", "m", "ve", "ll", "d"));

    private Unread() {}

    /// @return attempts that only a model can settle, in the order of the words; empty where rules understood all
    static List<Attempt> in(String text, Reading reading, World world) {
        if (!reading.unclear().isEmpty()) {
            return reading.unclear().stream().map(unclear -> open(unclear.from(), unclear.to())).toList();
        }
        boolean nothing = reading.attempts().isEmpty();
        boolean onlySaid = !nothing && reading.attempts().stream().allMatch(attempt -> speaks(attempt, world));
        return nothing || (onlySaid && narrates(text)) ? List.of(open(0, text.length())) : List.of();
    }

    static boolean covers(String text, List<Attempt> open) {
        return open.size() == 1 && open.getFirst().from() == 0 && open.getFirst().to() == text.length();
    }

    private static Attempt open(int from, int to) {
        return new Attempt(ModelGameMaster.ATTEMPT, new LinkedHashMap<>(), from, to);
    }

    private static boolean speaks(Attempt attempt, World world) {
        return world.dealings().actions().stream().filter(rule -> rule.name().equals(attempt.action()))
                .findFirst().filter((ActionRule rule) -> Powers.speaks(rule)).isPresent();
    }

    static boolean narrates(String text) {
        Matcher deeds = FIRST_PERSON.matcher(QUOTED.matcher(text).replaceAll(" "));
        while (deeds.find()) {
            if (!SAID.contains(deeds.group(1).toLowerCase(Locale.ROOT))) {
                return true;
            }
        }
        return false;
    }
}
