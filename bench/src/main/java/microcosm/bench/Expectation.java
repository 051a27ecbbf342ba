package microcosm.bench;

import java.util.SequencedMap;

/// A published number, and the world and statistic it is to come out of. One row of the page of replications.
///
/// @param result what the row belongs to, as `replicate` is asked for it: `theocharis`
/// @param world id of the world beside the page
/// @param settings parameter → value
/// @param fast whether it is played without words and without a trace
/// @param runs how many, with seeds 1, 2, 3 …
/// @param statistic of the runs
/// @param number name of a measure or benchmark of the world
/// @param tolerance largest distance from `expected` that still holds
public record Expectation(String result, String world, SequencedMap<String, String> settings, boolean fast, int runs,
        Statistic statistic, String number, double expected, double tolerance) {

    /// Whether what came out is what was published. Numbers are compared as written in decimals, hence the last place of a double.
    boolean holds(double obtained) {
        return Math.abs(obtained - expected) <= tolerance + Math.ulp(Math.abs(expected) + tolerance);
    }

    /// What is made of the numbers of several runs.
    public enum Statistic {
        MEAN {
            @Override
            double of(double[] sorted) { return java.util.Arrays.stream(sorted).average().orElse(Double.NaN); }
        },
        MEDIAN {
            @Override
            double of(double[] sorted) {
                int middle = sorted.length / 2;
                return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
            }
        },
        LEAST {
            @Override
            double of(double[] sorted) { return sorted[0]; }
        },
        MOST {
            @Override
            double of(double[] sorted) { return sorted[sorted.length - 1]; }
        };

        /// @param sorted ascending; at least one
        abstract double of(double[] sorted);
    }
}
