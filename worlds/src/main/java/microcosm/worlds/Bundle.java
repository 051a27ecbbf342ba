package microcosm.worlds;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;

/// Amounts of goods: `3 grain, 2 salt`. Sorted by good; no entry is zero, so two equal bundles are equal records.
///
/// @param amounts good id → amount in the good's unit, never zero, trailing zeros stripped
public record Bundle(SortedMap<String, BigDecimal> amounts) {
    public static final Bundle NONE = new Bundle(new TreeMap<>());

    public Bundle {
        var kept = new TreeMap<String, BigDecimal>();
        amounts.forEach((good, amount) -> {
            if (amount.signum() != 0) {
                kept.put(good, canonical(amount));
            }
        });
        amounts = Collections.unmodifiableSortedMap(kept);
    }

    public static Bundle of(String good, BigDecimal amount) {
        var amounts = new TreeMap<String, BigDecimal>();
        amounts.put(good, amount);
        return new Bundle(amounts);
    }

    public static Bundle of(SequencedMap<String, BigDecimal> amounts) { return new Bundle(new TreeMap<>(amounts)); }

    /// Reads what [#toString] writes.
    ///
    /// @throws IllegalArgumentException if the text is not a list of amounts and goods
    public static Bundle parse(String text) {
        var amounts = new TreeMap<String, BigDecimal>();
        if (text.equals("nothing") || text.isEmpty()) {
            return NONE;
        }
        for (String part : text.split(", ")) {
            int space = part.indexOf(' ');
            if (space < 1) {
                throw new IllegalArgumentException("\"" + part + "\" must be an amount, a space and a good");
            }
            try {
                amounts.merge(part.substring(space + 1), new BigDecimal(part.substring(0, space)), BigDecimal::add);
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("\"" + part + "\" does not begin with a number", e);
            }
        }
        return new Bundle(amounts);
    }

    public BigDecimal amount(String good) { return amounts.getOrDefault(good, BigDecimal.ZERO); }

    public boolean isEmpty() { return amounts.isEmpty(); }

    public Bundle plus(Bundle other) {
        var sum = new TreeMap<>(amounts);
        other.amounts.forEach((good, amount) -> sum.merge(good, amount, BigDecimal::add));
        return new Bundle(sum);
    }

    public Bundle minus(Bundle other) {
        var difference = new TreeMap<>(amounts);
        other.amounts.forEach((good, amount) -> difference.merge(good, amount.negate(), BigDecimal::add));
        return new Bundle(difference);
    }

    /// Whether there is at least as much of every good here as in `other`.
    public boolean covers(Bundle other) {
        return other.amounts.entrySet().stream().allMatch(e -> amount(e.getKey()).compareTo(e.getValue()) >= 0);
    }

    /// Whether no amount is below zero.
    public boolean isNonNegative() { return amounts.values().stream().allMatch(amount -> amount.signum() > 0); }

    /// @return `3 grain, 2 salt`, sorted by good; `nothing` when empty
    @Override
    public String toString() {
        if (isEmpty()) {
            return "nothing";
        }
        var text = new StringBuilder();
        amounts.forEach((good, amount) -> text.append(text.isEmpty() ? "" : ", ").append(amount.toPlainString())
                .append(' ').append(good));
        return text.toString();
    }

    private static BigDecimal canonical(BigDecimal amount) {
        BigDecimal stripped = amount.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
