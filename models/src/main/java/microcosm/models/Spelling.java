package microcosm.models;

import java.util.List;

/// The nearest right spelling of a word.
final class Spelling {
    private Spelling() {}

    /// @return `; did you mean "openai"?`, or nothing where no known word is near
    static String suggestion(String word, List<String> known) {
        var nearest = "";
        int least = Math.max(2, word.length() / 3) + 1;
        for (var candidate : known) {
            int distance = distance(word, candidate);
            if (distance < least) {
                nearest = candidate;
                least = distance;
            }
        }
        return nearest.isEmpty() ? "" : "; did you mean \"" + nearest + "\"?";
    }

    /// Levenshtein's: insertions, deletions and replacements of single characters.
    private static int distance(String one, String other) {
        var row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int replaced = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}
