package microcosm.audit;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Ranks instead of values, ties sharing the middle one: a single odd price or a single long message then proves nothing.
///
/// Source: Spearman 1904, American Journal of Psychology 15, p. 72.
final class Ranks {
    /// A value that differs from the usual one in fewer messages than this is left out.
    private static final int RAREST = 5;

    private Ranks() {}

    /// @return rows of centred ranks; all zero where nearly every value is the same
    static float[][] of(float[][] rows) { return Arrays.stream(rows).map(Ranks::of).toArray(float[][]::new); }

    private static float[] of(float[] row) {
        Integer[] order = IntStream.range(0, row.length).boxed().sorted(Comparator.comparingDouble(at -> row[at]))
                .toArray(Integer[]::new);
        float[] ranks = new float[row.length];
        int commonest = 0;
        for (int start = 0; start < order.length;) {
            int end = start;
            while (end < order.length && row[order[end]] == row[order[start]]) {
                end++;
            }
            for (int at = start; at < end; at++) {
                ranks[order[at]] = (start + end - 1) / 2f - (row.length - 1) / 2f;
            }
            commonest = Math.max(commonest, end - start);
            start = end;
        }
        return row.length - commonest < RAREST ? new float[row.length] : ranks;
    }
}
