package microcosm.worlds;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

import microcosm.worlds.Expression.Comparator;
import microcosm.worlds.Expression.Operator;

/// The arithmetic of expressions: decimal, 16 digits, half even, bounded.
final class Decimals {
    /// No result lies beyond this, or nearer to zero than its inverse without being zero.
    static final BigDecimal LARGEST = new BigDecimal("1E+100");
    static final MathContext DIGITS = MathContext.DECIMAL64;
    private static final BigDecimal SMALLEST = new BigDecimal("1E-100");
    /// Digits kept of what the binary functions (roots of odd order, exp, ln) give.
    private static final MathContext BINARY = new MathContext(14, RoundingMode.HALF_EVEN);
    private static final BigDecimal LARGEST_EXPONENT = BigDecimal.valueOf(1000);

    private Decimals() {}

    static BigDecimal number(Value value) {
        if (value instanceof Value.Amount(var amount)) {
            return amount;
        }
        throw new EvaluationException(described(value) + " is not a number");
    }

    static BigDecimal apply(Operator operator, BigDecimal left, BigDecimal right) {
        return bounded(switch (operator) {
            case PLUS -> left.add(right, DIGITS);
            case MINUS -> left.subtract(right, DIGITS);
            case TIMES -> left.multiply(right, DIGITS);
            case DIVIDE -> left.divide(divisor(left, right), DIGITS);
            case REMAINDER -> remainder(left, right);
            case POWER -> power(left, right);
        });
    }

    static BigDecimal bounded(BigDecimal value) {
        BigDecimal size = value.abs();
        if (size.compareTo(LARGEST) > 0) {
            throw new EvaluationException("a number beyond " + LARGEST);
        }
        return size.compareTo(SMALLEST) < 0 ? BigDecimal.ZERO : value;
    }

    /// @throws EvaluationException if the binary result is not a number or out of bounds
    static BigDecimal fromBinary(double value, String what) {
        if (!Double.isFinite(value)) {
            throw new EvaluationException(what + " has no value");
        }
        return bounded(new BigDecimal(value).round(BINARY));
    }

    static boolean compare(Value left, Comparator comparator, Value right) {
        if (comparator == Comparator.EQUAL || comparator == Comparator.NOT_EQUAL) {
            return same(left, right) == (comparator == Comparator.EQUAL);
        }
        int order = number(left).compareTo(number(right));
        return switch (comparator) {
            case LESS -> order < 0;
            case AT_MOST -> order <= 0;
            case AT_LEAST -> order >= 0;
            case GREATER -> order > 0;
            case EQUAL, NOT_EQUAL -> throw new IllegalStateException("handled above");
        };
    }

    /// An entity equals the text of its id: `place = "mill"`.
    private static boolean same(Value left, Value right) {
        if (left instanceof Value.Amount(var one) && right instanceof Value.Amount(var other)) {
            return one.compareTo(other) == 0;
        }
        if (left instanceof Value.Entity(_, var id) && right instanceof Value.Text(var text)) {
            return id.equals(text);
        }
        if (left instanceof Value.Text && right instanceof Value.Entity) {
            return same(right, left);
        }
        return left.equals(right);
    }

    static String described(Value value) {
        return switch (value) {
            case Value.Amount(var amount) -> amount.toPlainString();
            case Value.Text(var text) -> "\"" + text + "\"";
            case Value.Truth(var holds) -> holds ? "true" : "false";
            case Value.Entity(var kind, var id) -> kind.toLowerCase(Locale.ROOT) + " \"" + id + "\"";
            case Value.Goods(var bundle) -> "goods \"" + bundle + "\"";
            case Value.Items(var values) -> "a list of " + values.size();
        };
    }

    private static BigDecimal divisor(BigDecimal left, BigDecimal right) {
        if (right.signum() == 0) {
            throw new EvaluationException(left.toPlainString() + " divided by zero");
        }
        return right;
    }

    private static BigDecimal remainder(BigDecimal left, BigDecimal right) {
        divisor(left, right);
        BigDecimal whole = left.divide(right, 0, RoundingMode.FLOOR);
        return left.subtract(whole.multiply(right), DIGITS);
    }

    private static BigDecimal power(BigDecimal base, BigDecimal exponent) {
        if (exponent.abs().compareTo(LARGEST_EXPONENT) > 0) {
            throw new EvaluationException("an exponent beyond " + LARGEST_EXPONENT);
        }
        if (exponent.stripTrailingZeros().scale() <= 0) {
            int times = exponent.intValueExact();
            if (base.signum() == 0 && times < 0) {
                throw new EvaluationException("0 to the power of " + exponent.toPlainString() + " has no value");
            }
            return base.pow(times, DIGITS);
        }
        return fromBinary(StrictMath.pow(base.doubleValue(), exponent.doubleValue()),
                base.toPlainString() + " to the power of " + exponent.toPlainString());
    }
}
