package microcosm.worlds;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Pattern;

import microcosm.worlds.syntax.Words;

/// Reads plain numbers within bounds.
final class Numbers {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(?:\\.[0-9]{1,15})?");

    private final Reading reading;

    Numbers(Reading reading) { this.reading = reading; }

    Optional<BigDecimal> read(Words written, BigDecimal least, BigDecimal most) {
        Words words = reading.resolved(written).strip();
        String expected = least.compareTo(Parameter.FAR.negate()) <= 0
                ? "a number"
                : most.compareTo(Parameter.FAR) >= 0
                        ? "a number of at least " + least.toPlainString()
                        : "a number from " + least.toPlainString() + " to " + most.toPlainString();
        if (!NUMBER.matcher(words.text()).matches()) {
            reading.wrong(words, Problems.quoted(words.text()) + " is not a number", expected);
            return Optional.empty();
        }
        var number = new BigDecimal(words.text());
        if (number.compareTo(least) < 0 || number.compareTo(most) > 0) {
            reading.wrong(words, words.text() + " is out of range", expected);
            return Optional.empty();
        }
        return Optional.of(number);
    }

    /// @return a number in [0, 1]
    Optional<Double> share(Words written) {
        return read(written, BigDecimal.ZERO, BigDecimal.ONE).map(BigDecimal::doubleValue);
    }

    Optional<Integer> whole(Words written, int least, int most) {
        var number = read(written, BigDecimal.valueOf(least), BigDecimal.valueOf(most));
        if (number.isPresent() && number.get().stripTrailingZeros().scale() > 0) {
            reading.wrong(written, Problems.quoted(written.text()) + " is not a whole number",
                    "a whole number from " + least + " to " + most);
            return Optional.empty();
        }
        return number.map(BigDecimal::intValueExact);
    }
}
