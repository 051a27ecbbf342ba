package microcosm.audit;

import java.util.function.IntToDoubleFunction;

/// Significance of a maximum among draws of chance. Draws stop early when ten have been as large: then the p-value is large and known
/// well enough. Where none has, the tail is that of a Gumbel distribution with the draws' mean and variance, and never above 1/(B+1).
///
/// Sources: Besag, Clifford 1991, Biometrika 78, p. 301; Karlin, Altschul 1990, PNAS 87, p. 2264, for the law of maximal segment sums.
record PermutationTail(double p, int draws, double mean, double deviation) {
    private static final int ENOUGH = 10;

    /// @param draw the b-th draw of the statistic
    static PermutationTail of(double observed, int most, IntToDoubleFunction draw) {
        double sum = 0;
        double squares = 0;
        int exceeding = 0;
        int drawn = 0;
        while (drawn < most && exceeding < ENOUGH) {
            double value = draw.applyAsDouble(drawn++);
            sum += value;
            squares += value * value;
            exceeding += value >= observed ? 1 : 0;
        }
        double mean = sum / drawn;
        double deviation = Math.sqrt(Math.max(1e-12, squares / drawn - mean * mean));
        double counted = exceeding == ENOUGH && drawn < most
                ? (double) ENOUGH / drawn
                : (exceeding + 1.0) / (drawn + 1.0);
        double p = exceeding > 0 ? counted : Math.min(counted, gumbel(observed, mean, deviation));
        return new PermutationTail(Math.clamp(p, 1e-15, 1), drawn, mean, deviation);
    }

    private static double gumbel(double observed, double mean, double deviation) {
        double scale = deviation * Math.sqrt(6) / Math.PI;
        return -Math.expm1(-Math.exp(-(observed - mean + 0.5772156649015329 * scale) / scale));
    }
}
