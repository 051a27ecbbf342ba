package microcosm.audit;

import java.util.Arrays;

import org.apache.commons.statistics.distribution.TDistribution;

/// How unusual a score is among clean ones.
///
/// p is the share of clean scores at least as large, the score itself counted among them: valid whenever the audited unit, were it
/// clean, would be exchangeable with the references. Where no clean score is as large, the floor 1/(R+1) is lowered by the tail of a
/// Student t fitted to the clean scores, never raised; so among R references a p below the floor is an extrapolation, and says so.
///
/// Source: Vovk, Gammerman, Shafer 2005, Algorithmic Learning in a Random World, chapter 2.
final class Conformal {
    private final double[] clean;
    private final double mean;
    private final double deviation;

    /// @param scores of clean units, at least 2
    Conformal(double[] scores) {
        clean = scores.clone();
        Arrays.sort(clean);
        mean = Arrays.stream(clean).average().orElse(0);
        double squares = Arrays.stream(clean).map(score -> (score - mean) * (score - mean)).sum();
        deviation = Math.max(1e-9, Math.sqrt(squares / Math.max(1, clean.length - 1)));
    }

    int size() { return clean.length; }

    double p(double score) {
        int least = Arrays.binarySearch(clean, score);
        int first = least < 0 ? -least - 1 : least;
        while (first > 0 && clean[first - 1] == score) {
            first--;
        }
        double counted = (1.0 + clean.length - first) / (clean.length + 1.0);
        return first < clean.length ? counted : Math.min(counted, Math.max(1e-12, extrapolated(score)));
    }

    /// The score that only the share `p` of clean units would exceed.
    double threshold(double p) {
        int above = (int) Math.floor(p * (clean.length + 1)) - 1;
        return above >= 0
                ? clean[clean.length - 1 - Math.min(above, clean.length - 1)]
                : Math.max(clean[clean.length - 1], mean + spread() * student().inverseSurvivalProbability(p));
    }

    private double extrapolated(double score) { return student().survivalProbability((score - mean) / spread()); }

    /// Few degrees of freedom on purpose: clean scores have heavier tails than a normal distribution.
    private TDistribution student() { return TDistribution.of(Math.min(8, Math.max(1, clean.length - 1))); }

    private double spread() { return deviation * Math.sqrt(1 + 1.0 / clean.length); }
}
