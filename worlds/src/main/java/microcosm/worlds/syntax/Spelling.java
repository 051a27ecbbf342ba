package microcosm.worlds.syntax;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/// Finds what somebody may have meant to write.
public final class Spelling {
    private static final int LONGEST = 80;
    private static final int MOST_CANDIDATES = 2000;

    private Spelling() {}

    /// @return up to three candidates at most a third of their letters away, closest first; ties in the order given
    public static List<String> nearest(String written, Collection<String> candidates) {
        String plain = plain(written);
        if (plain.isEmpty() || plain.length() > LONGEST) {
            return List.of();
        }
        record Near(String candidate, int distance) {}
        return candidates.stream().limit(MOST_CANDIDATES).distinct().filter(candidate -> candidate.length() <= LONGEST)
                .map(candidate -> new Near(candidate, distance(plain, plain(candidate))))
                .filter(near -> near.distance() <= Math.max(1, Math.min(plain.length(), near.candidate().length()) / 3)
                        && near.distance() < plain.length())
                .sorted(Comparator.comparingInt(Near::distance)).limit(3).map(Near::candidate).toList();
    }

    /// @return `; did you mean "weir-village"?`, or nothing where no candidate is near
    public static String suggestion(String written, Collection<String> candidates) {
        return suggestion(nearest(written, candidates));
    }

    /// @param nearest closest first
    /// @return `; did you mean "weir-village"?`, or nothing where there is none
    public static String suggestion(List<String> nearest) {
        return nearest.isEmpty() ? "" : "; did you mean \"" + nearest.getFirst() + "\"?";
    }

    private static String plain(String text) {
        return text.toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
    }

    /// Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours cost 1.
    ///
    /// Source: Boytsov 2011, ACM Journal of Experimental Algorithmics 16, article 1.1, section 2.
    static int distance(String one, String other) {
        int[][] cost = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            cost[i][0] = i;
        }
        for (int j = 0; j <= other.length(); j++) {
            cost[0][j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            for (int j = 1; j <= other.length(); j++) {
                int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
                cost[i][j] = Math.min(cost[i - 1][j - 1] + change, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
                boolean swapped = i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1);
                if (swapped) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[one.length()][other.length()];
    }
}
