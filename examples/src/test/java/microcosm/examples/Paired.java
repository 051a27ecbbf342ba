package microcosm.examples;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;

/// What changing one thing did, over paired seeds.
///
/// @param mean of the differences
/// @param low of a 95 % interval: percentiles of the means of 10,000 resamples of the differences
/// @param high of the same
/// @param p how often the mean is at least as far from 0 when the sign of each difference is turned or not: all 2ⁿ ways, two-sided
///
/// Sources: Efron and Tibshirani 1993, An Introduction to the Bootstrap, chapter 13; Fisher 1935, The Design of Experiments, section 21.
record Paired(double mean, double low, double high, double p) {
    private static final int RESAMPLES = 10_000;

    /// @param differences at most 24
    static Paired of(double[] differences) {
        double mean = Arrays.stream(differences).average().orElseThrow();
        var chance = new SplittableRandom(1);
        double[] means = new double[RESAMPLES];
        for (int i = 0; i < RESAMPLES; i++) {
            means[i] = chance.ints(differences.length, 0, differences.length).mapToDouble(at -> differences[at])
                    .average()
                    .orElseThrow();
        }
        Arrays.sort(means);
        return new Paired(mean, means[(int) (0.025 * RESAMPLES)], means[(int) (0.975 * RESAMPLES) - 1],
                signFlips(differences, Math.abs(mean)));
    }

    private static double signFlips(double[] differences, double observed) {
        int n = differences.length;
        long asFar = 0;
        for (int flips = 0; flips < 1 << n; flips++) {
            double sum = 0;
            for (int i = 0; i < n; i++) {
                sum += (flips >> i & 1) == 0 ? differences[i] : -differences[i];
            }
            asFar += Math.abs(sum / n) >= observed - 1e-12 ? 1 : 0;
        }
        return (double) asFar / (1 << n);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%.1f [%.1f, %.1f], p ", mean, low, high)
                + (p < 0.0001 ? "< 0.0001" : String.format(Locale.ROOT, "= %.4f", p));
    }
}
