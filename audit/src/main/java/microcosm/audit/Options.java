package microcosm.audit;

import microcosm.trace.Seed;

/// How strict, and with which luck.
///
/// @param alpha false-discovery rate this auditor may spend, in (0, 1]; 1 lets every unit through, for calibration
/// @param draws how often chance is drawn, per unit
public record Options(double alpha, int draws, Seed seed) {
    public static final Options USUAL = new Options(0.05, 999, new Seed(10));

    public Options {
        if (!(alpha > 0 && alpha <= 1)) {
            throw new IllegalArgumentException("alpha " + alpha + " must be above 0 and at most 1");
        }
        if (draws < 19) {
            throw new IllegalArgumentException("draws " + draws + " must be at least 19");
        }
    }

    /// The same with another error rate.
    public Options withAlpha(double rate) { return new Options(rate, draws, seed); }
}
