package microcosm.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// BM25 over one person's memories with nothing in the way: lists of numbers in heap, one per word. The floor for text match.
final class WordLists {
    private final Map<String, List<int[]>> occurrences = new HashMap<>();
    private final double[] lengths;

    WordLists(int person, int memories) {
        lengths = new double[memories];
        for (int i = 0; i < memories; i++) {
            var counts = new HashMap<String, Integer>();
            String[] words = MadeUpLives.sentence(person * 1_000_003 + i + 1).split(" ");
            for (String word : words) {
                counts.merge(word, 1, Integer::sum);
            }
            lengths[i] = words.length;
            for (var word : counts.entrySet()) {
                occurrences.computeIfAbsent(word.getKey(), _ -> new ArrayList<>())
                        .add(new int[]{i, word.getValue()});
            }
        }
    }

    /// @return score of each memory
    double[] scores(String cue) {
        double average = Arrays.stream(lengths).sum() / lengths.length;
        var scores = new double[lengths.length];
        for (String word : cue.split(" ")) {
            List<int[]> found = occurrences.getOrDefault(word, List.of());
            double rarity = Math.log(1 + (lengths.length - found.size() + 0.5) / (found.size() + 0.5));
            for (int[] one : found) {
                scores[one[0]] += rarity * one[1] * 2.2
                        / (one[1] + 1.2 * (0.25 + 0.75 * lengths[one[0]] / average));
            }
        }
        return scores;
    }
}
