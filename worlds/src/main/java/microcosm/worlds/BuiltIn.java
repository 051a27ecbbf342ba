package microcosm.worlds;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

import microcosm.worlds.Expression.Call;

/// The functions every expression has: `min max abs floor ceil round sqrt exp ln if`.
final class BuiltIn {
    static final List<String> NAMES = List.of("min", "max", "abs", "floor", "ceil", "round", "sqrt", "exp", "ln", "if");

    private BuiltIn() {}

    static boolean knows(String function) { return NAMES.contains(function); }

    /// @return what is wrong with a number of arguments; empty when it fits
    static String misfit(String function, int arguments) {
        return switch (function) {
            case "if" -> arguments == 3 ? "" : "if takes a condition and two values";
            case "min", "max" -> arguments >= 1 ? "" : function + " takes at least one number";
            case "round" ->
                arguments == 1 || arguments == 2 ? "" : "round takes a number and, if wanted, a count of digits";
            default -> arguments == 1 ? "" : function + " takes one number";
        };
    }

    static Value call(Call call, Scope scope, Evaluator evaluator) {
        String misfit = misfit(call.function(), call.arguments().size());
        if (!misfit.isEmpty()) {
            throw new EvaluationException(misfit);
        }
        if (call.function().equals("if")) {
            boolean first = evaluator.holds(call.arguments().getFirst(), scope);
            return evaluator.visit(call.arguments().get(first ? 1 : 2), scope);
        }
        var numbers = new ArrayList<BigDecimal>();
        call.arguments().forEach(argument -> numbers.add(Decimals.number(evaluator.visit(argument, scope))));
        return Value.of(Decimals.bounded(number(call.function(), numbers)));
    }

    private static BigDecimal number(String function, List<BigDecimal> numbers) {
        BigDecimal x = numbers.getFirst();
        return switch (function) {
            case "min" -> numbers.stream().reduce(x, BigDecimal::min);
            case "max" -> numbers.stream().reduce(x, BigDecimal::max);
            case "abs" -> x.abs();
            case "floor" -> x.setScale(0, RoundingMode.FLOOR);
            case "ceil" -> x.setScale(0, RoundingMode.CEILING);
            case "round" -> x.setScale(numbers.size() == 2 ? digits(numbers.get(1)) : 0, RoundingMode.HALF_UP);
            case "sqrt" -> root(x);
            case "exp" -> Decimals.fromBinary(StrictMath.exp(x.doubleValue()), "exp(" + x.toPlainString() + ")");
            case "ln" -> Decimals.fromBinary(StrictMath.log(x.doubleValue()), "ln(" + x.toPlainString() + ")");
            default -> throw new IllegalStateException(function + " is not built in");
        };
    }

    private static BigDecimal root(BigDecimal x) {
        if (x.signum() < 0) {
            throw new EvaluationException("the square root of " + x.toPlainString() + " has no value");
        }
        return x.sqrt(Decimals.DIGITS);
    }

    private static int digits(BigDecimal digits) {
        if (digits.signum() < 0 || digits.compareTo(BigDecimal.valueOf(12)) > 0
                || digits.stripTrailingZeros().scale() > 0) {
            throw new EvaluationException("round keeps 0 to 12 digits, not " + digits.toPlainString());
        }
        return digits.intValueExact();
    }
}
