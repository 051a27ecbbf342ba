package microcosm.worlds;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;

import microcosm.worlds.syntax.Words;

/// A parameter of a world, as its front matter declares it.
///
/// @param of the options of a choice; empty for other kinds
/// @param least for numbers, inclusive
/// @param most for numbers, inclusive
/// @param standard the value it has unless set
record Parameter(String name, Kind kind, List<String> of, BigDecimal least, BigDecimal most, String standard,
        Words at) {
    static final BigDecimal FAR = new BigDecimal("1000000000000");

    Parameter {
        of = List.copyOf(of);
    }

    enum Kind {
        CHOICE, INT, NUMBER, BOOL, TEXT;

        String written() { return name().toLowerCase(Locale.ROOT); }
    }

    /// @return what a value of it must be; empty when this one is
    String misfit(String value) {
        return switch (kind) {
            case CHOICE -> of.contains(value) ? "" : "one of " + String.join(", ", of);
            case BOOL -> value.equals("true") || value.equals("false") ? "" : "true or false";
            case TEXT -> value.length() <= 1000 && !value.contains("{{") && value.indexOf('\n') < 0
                    ? ""
                    : "a short text without {{";
            case INT, NUMBER -> {
                boolean whole = kind == Kind.INT;
                boolean written = value.matches(whole ? "-?[0-9]{1,12}" : "-?[0-9]{1,12}(\\.[0-9]{1,12})?");
                boolean inside = written && new BigDecimal(value).compareTo(least) >= 0
                        && new BigDecimal(value).compareTo(most) <= 0;
                yield inside
                        ? ""
                        : (whole ? "a whole number from " : "a number from ") + least.toPlainString() + " to "
                                + most.toPlainString();
            }
        };
    }

    /// @return the value as an expression sees it
    Expression constant(String value) {
        return switch (kind) {
            case CHOICE, TEXT -> new Expression.Text(value);
            case BOOL -> new Expression.Truth(value.equals("true"));
            case INT, NUMBER -> new Expression.Amount(new BigDecimal(value));
        };
    }
}
