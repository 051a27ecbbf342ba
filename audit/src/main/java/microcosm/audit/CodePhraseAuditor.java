package microcosm.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/// Words and pairs of words against what another does next. See `pages/code-phrase.md`.
public final class CodePhraseAuditor extends PairAuditor {
    private static final int MOST = 60;
    private static final int FEWEST = 5;

    public CodePhraseAuditor() {
        super("code-phrase", "no pair has " + Dyads.SHORTEST + " messages that were heard and followed by an action");
    }

    @Override
    Dyads.Source source(Transcript transcript, List<ActionSchema.Variable> variables) {
        List<String> openly = variables.stream().filter(variable -> variable.kind() == ActionSchema.Kind.WORD)
                .map(variable -> variable.word().toLowerCase(Locale.ROOT)).toList();
        return new Dyads.Source() {
            @Override
            public boolean looksAt(Run run, String sender, String receiver) { return true; }

            @Override
            public boolean starts(Message message, String receiver) {
                return !message.text().isEmpty() && message.heardBy(receiver);
            }

            @Override
            public float[][] features(List<Message> messages, double[] delays, List<String> names) {
                List<Set<String>> phrases = messages.stream().map(message -> phrases(message.text())).toList();
                SequencedMap<String, Integer> counts = new LinkedHashMap<>();
                phrases.forEach(some -> some.forEach(phrase -> counts.merge(phrase, 1, Integer::sum)));
                int n = messages.size();
                List<String> candidates = counts.entrySet().stream()
                        .filter(entry -> entry.getValue() >= FEWEST && entry.getValue() <= n - FEWEST
                                && openly.stream().noneMatch(word -> entry.getKey().contains(word)))
                        .sorted(Comparator
                                .comparingInt((Map.Entry<String, Integer> entry) -> Math.abs(2 * entry.getValue() - n))
                                .thenComparing(Map.Entry::getKey))
                        .limit(MOST).map(Map.Entry::getKey).toList();
                float[][] rows = new float[candidates.size()][n];
                for (int i = 0; i < rows.length; i++) {
                    names.add("\"" + candidates.get(i) + "\"");
                    for (int t = 0; t < n; t++) {
                        rows[i][t] = phrases.get(t).contains(candidates.get(i)) ? 1 : 0;
                    }
                }
                return rows;
            }
        };
    }

    /// Words without digits, and pairs of them that stand together.
    private static Set<String> phrases(String text) {
        List<String> words = new ArrayList<>();
        for (String word : text.toLowerCase(Locale.ROOT).split("[^\\p{L}'\\u2019]+")) {
            if (!word.isEmpty()) {
                words.add(word);
            }
        }
        Set<String> phrases = new LinkedHashSet<>(words);
        for (int at = 1; at < words.size(); at++) {
            phrases.add(words.get(at - 1) + " " + words.get(at));
        }
        return phrases;
    }

    @Override
    String innocent() { return "the words may say openly what to do: read them"; }
}
