package microcosm.viewer;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;

/// Shows numbers to people.
final class Numbers {
    private static final String BARS = "▁▂▃▄▅▆▇█";
    private static final int MOST_BARS = 60;

    private Numbers() {}

    /// @return at most six significant digits, without trailing zeros or an exponent
    static String shown(BigDecimal value) {
        BigDecimal shown = value.round(new MathContext(6)).stripTrailingZeros();
        return (shown.scale() < 0 ? shown.setScale(0) : shown).toPlainString();
    }

    /// @return one bar a value, from the least to the most of them; every n-th of more than sixty
    static String bars(Collection<BigDecimal> values) {
        double least = values.stream().mapToDouble(BigDecimal::doubleValue).min().orElse(0);
        double span = values.stream().mapToDouble(BigDecimal::doubleValue).max().orElse(0) - least;
        var bars = new StringBuilder();
        int every = Math.max(1, (values.size() + MOST_BARS - 1) / MOST_BARS);
        int i = 0;
        for (BigDecimal value : values) {
            if (i++ % every == 0) {
                double height = span == 0 ? 0 : (value.doubleValue() - least) / span;
                bars.append(BARS.charAt((int) Math.round(height * (BARS.length() - 1))));
            }
        }
        return bars.toString();
    }
}
