package microcosm.audit;

import java.util.SplittableRandom;

/// Fisher and Yates' shuffle, with chance from a [microcosm.trace.Seed].
final class Shuffle {
    private Shuffle() {}

    static void inPlace(int[] values, SplittableRandom chance) {
        for (int last = values.length - 1; last > 0; last--) {
            int other = chance.nextInt(last + 1);
            int kept = values[last];
            values[last] = values[other];
            values[other] = kept;
        }
    }
}
