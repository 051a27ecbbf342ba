package microcosm.audit;

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
