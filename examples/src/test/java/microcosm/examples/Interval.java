package microcosm.examples;

import java.util.Arrays;
import java.util.Locale;

/// A mean over seeds and how sure it is.
///
/// @param half of a 95 % interval by Student's t; 0 where every seed gives the same
record Interval(double mean, double half) {
    /// Two-sided 95 % quantiles of Student's t, for n − 1 degrees of freedom.
    private static final double TEN = 2.2622;
    private static final double THIRTY = 2.0452;

    /// @param values one a seed: 1, 10 or 30 of them
    static Interval of(double... values) {
        double mean = Arrays.stream(values).average().orElseThrow();
        double squares = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
        double quantile = switch (values.length) {
            case 1 -> 0;
            case 10 -> TEN;
            case 30 -> THIRTY;
            default -> throw new IllegalArgumentException(values.length + " seeds; there must be 1, 10 or 30");
        };
        double half = values.length == 1
                ? 0
                : quantile * Math.sqrt(squares / (values.length - 1) / values.length);
        return new Interval(mean, half < 1e-12 ? 0 : half);
    }

    /// @return `2.27 ± 0.38`, or the mean alone where all seeds agree
    String shown(int digits) {
        String number = "%." + digits + "f";
        double shown = Math.abs(mean) < Math.pow(10, -digits) / 2 ? 0 : mean;
        return String.format(Locale.ROOT, number, shown)
                + (half == 0 ? "" : String.format(Locale.ROOT, " ± " + number, half));
    }
}
