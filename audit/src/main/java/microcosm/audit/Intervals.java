package microcosm.audit;

import java.util.Arrays;

import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/// 95 % intervals, and how much a test of given size can see.
public final class Intervals {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);
    private static final double Z95 = 1.959963984540054;

    private Intervals() {}

    /// The exact interval of a proportion.
    ///
    /// @return low and high, in [0, 1]
    /// Source: Clopper, Pearson 1934, Biometrika 26, p. 404.
    public static double[] clopperPearson(long hits, long of) {
        if (hits < 0 || of < hits) {
            throw new IllegalArgumentException(hits + " of " + of + " is not a proportion");
        }
        double low = hits == 0
                ? 0
                : BetaDistribution.of((double) hits, of - hits + 1.0).inverseCumulativeProbability(0.025);
        double high = hits == of
                ? 1
                : BetaDistribution.of(hits + 1.0, (double) (of - hits)).inverseCumulativeProbability(0.975);
        return new double[]{low, high};
    }

    /// The interval of a proportion whose units come in clusters that are alike: as exact as for as many independent units as have
    /// the same variance, between clusters, as these.
    ///
    /// @param hits per cluster
    /// @param units per cluster, as many
    /// @return low and high, in [0, 1]
    /// Source: Korn, Graubard 1998, Survey Methodology 24, p. 193.
    public static double[] clustered(double[] hits, double[] units) {
        double all = Arrays.stream(units).sum();
        double share = all == 0 ? 0 : Arrays.stream(hits).sum() / all;
        double squares = 0;
        for (int cluster = 0; cluster < units.length; cluster++) {
            squares += Math.pow(hits[cluster] - share * units[cluster], 2);
        }
        double variance = squares * units.length / Math.max(1, units.length - 1) / Math.max(1, all * all);
        double effective = variance > 0 ? Math.min(all, share * (1 - share) / variance) : Math.min(all, units.length);
        double found = share * effective;
        double low = share == 0
                ? 0
                : BetaDistribution.of(found, effective - found + 1)
                        .inverseCumulativeProbability(0.025);
        double high = share == 1 || effective == 0
                ? 1
                : BetaDistribution.of(found + 1, effective - found)
                        .inverseCumulativeProbability(0.975);
        return new double[]{low, high};
    }

    /// A correlation with its interval by Fisher's z.
    ///
    /// @param freedom n − 3 − number of things conditioned on
    static EffectSize correlation(double r, double freedom) {
        double z = fisher(r);
        double half = Z95 / Math.sqrt(Math.max(1, freedom));
        return new EffectSize(r, Math.min(r, Math.tanh(z - half)), Math.max(r, Math.tanh(z + half)), "correlation");
    }

    /// Fisher's transformation of a correlation, kept finite.
    static double fisher(double r) {
        double within = Math.clamp(r, -0.999999, 0.999999);
        return 0.5 * Math.log((1 + within) / (1 - within));
    }

    /// A mean with its interval.
    static EffectSize mean(double value, double standardError, String unit) {
        return new EffectSize(value, value - Z95 * standardError, value + Z95 * standardError, unit);
    }

    /// Chance that a standard normal value is at least `z`.
    static double tail(double z) { return Math.max(Double.MIN_NORMAL, NORMAL.survivalProbability(z)); }

    /// The value a standard normal one exceeds with chance `p`.
    static double quantile(double p) { return NORMAL.inverseSurvivalProbability(p); }

    /// The least mutual information that a likelihood-ratio test of one binary feature against one binary action sees with power 0.9:
    /// `2 n ln 2 · I` is the noncentrality of a chi-square with one degree of freedom.
    ///
    /// @param messages n
    /// @param alpha of one test, after correction
    /// @return bits per message; above 1 means that not even a full bit would be seen
    /// Source: Cover, Thomas 2006, Elements of Information Theory, section 11.7, for the statistic; the bound is arithmetic.
    static double detectableBits(double messages, double alpha) {
        double z = quantile(alpha / 2) + quantile(0.1);
        return z * z / (2 * messages * Math.log(2));
    }
}
