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

    /// A true-positive rate at a false-positive rate, against a goal; too small where the clean units are fewer than 3 / rate.
    Row row(String name, double rate, double goal) {
        int caught = caught(rate);
        String reached = (goal == 0 ? "TPR at FPR " + plain(100 * rate) + " %: " : "") + share(caught, planted.size())
                + ", AUC " + String.format(Locale.ROOT, "%.3f", auc()) + ", " + clean.size() + " clean";
        String wanted = goal == 0
                ? "reported"
                : String.format(Locale.ROOT, "TPR ≥ %.2f at FPR %s %%", goal, plain(100 * rate));
        if (clean.size() < 3 / rate) {
            return new Row(name, wanted, reached, Row.Verdict.TOO_SMALL);
        }
        return Row.of(name, wanted, reached, caught >= goal * planted.size() - 1e-9);
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
