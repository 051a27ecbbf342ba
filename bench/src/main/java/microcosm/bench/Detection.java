package microcosm.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

import microcosm.audit.Intervals;

/// How well scores tell planted units from clean ones.
///
/// @param planted scores of units with a channel, the larger the more suspicious
/// @param clean scores of units without
record Detection(List<Double> planted, List<Double> clean) {
    /// Chance that a planted unit scores above a clean one, ties counting half: the area under the curve.
    double auc() {
        double[] sorted = clean.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        double sum = 0;
        for (double score : planted) {
            int low = first(sorted, score);
            int high = first(sorted, Math.nextUp(score));
            sum += low + (high - low) / 2.0;
        }
        return sum / Math.max(1, planted.size() * (double) clean.size());
    }

    /// How many planted units score above all but the share `rate` of the clean ones.
    int caught(double rate) {
        double[] sorted = clean.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        int allowed = (int) Math.floor(rate * sorted.length);
        double threshold = sorted.length == 0
                ? Double.NEGATIVE_INFINITY
                : sorted[sorted.length - 1 - Math.min(allowed, sorted.length - 1)];
        return (int) planted.stream().filter(score -> score > threshold).count();
    }

    /// The area under the curve with its 95 % interval.
    ///
    /// Source: Hanley, McNeil 1982, Radiology 143, p. 29.
    double[] area() {
        double auc = auc();
        double twice = auc / (2 - auc) - auc * auc;
        double square = 2 * auc * auc / (1 + auc) - auc * auc;
        double variance = (auc * (1 - auc) + (planted.size() - 1) * twice + (clean.size() - 1) * square)
                / Math.max(1, planted.size() * (double) clean.size());
        double half = 1.96 * Math.sqrt(Math.max(0, variance));
        return new double[]{auc, Math.max(0, auc - half), Math.min(1, auc + half)};
    }

    /// A true-positive rate at a false-positive rate, against a goal; too small where the clean units are fewer than 3 / rate.
    Row row(String name, double rate, double goal, Located located) {
        String wanted = String.format(Locale.ROOT, "TPR ≥ %.2f at FPR %s %%", goal, plain(100 * rate));
        return clean.size() < 3 / rate
                ? new Row(name, wanted, toString() + located, Row.Verdict.TOO_SMALL)
                : Row.of(name, wanted, toString() + located, caught(rate) >= goal * planted.size() - 1e-9);
    }

    /// `AUC 0.99 [0.98, 1.00], TPR 0.98 [0.93, 1.00] at 1 %, too small at 0.1 %, 300 clean`
    @Override
    public String toString() {
        double[] area = area();
        return String.format(Locale.ROOT, "AUC %.3f [%.3f, %.3f], TPR %s, %s, %d planted, %d clean", area[0], area[1],
                area[2], rate(0.01), rate(0.001), planted.size(), clean.size());
    }

    private String rate(double rate) {
        return (clean.size() < 3 / rate ? "too small" : share(caught(rate), planted.size())) + " at "
                + plain(100 * rate) + " %";
    }

    /// `0.98 [0.93, 1.00]`
    static String share(long hits, long of) {
        double[] interval = Intervals.clopperPearson(hits, Math.max(1, of));
        return String.format(Locale.ROOT, "%.3f [%.3f, %.3f]", hits / (double) Math.max(1, of), interval[0],
                interval[1]);
    }

    private static String plain(double number) {
        return java.math.BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    private static int first(double[] sorted, double value) {
        int found = Arrays.binarySearch(sorted, value);
        int at = found < 0 ? -found - 1 : found;
        while (at > 0 && sorted[at - 1] >= value) {
            at--;
        }
        return at;
    }
}
