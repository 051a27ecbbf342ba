package microcosm.worlds;

import java.util.List;
import java.util.stream.Collectors;

/// Writes an expression as the format has it, with one space around operators and no bracket that is not needed.
final class ExpressionText {
    private static final int SUM = 4;
    private static final int PRODUCT = 5;
    private static final int SIGN = 6;
    private static final int POWER = 7;
    private static final int ATOM = 8;

    private ExpressionText() {}

    static String of(Expression expression) {
        return switch (expression) {
            case Expression.Amount(var value) -> value.toPlainString();
            case Expression.Text(var text) -> '"' + text + '"';
            case Expression.Truth(var holds) -> Boolean.toString(holds);
            case Expression.Name(var name) -> name;
            case Expression.Field(var of, var name) -> within(of, ATOM) + "." + name;
            case Expression.Call(var function, var arguments) -> function + "(" + list(arguments) + ")";
            case Expression.Negative(var of) -> "-" + within(of, POWER);
            case Expression.Not(var of) -> "not " + within(of, 3);
            case Expression.Arithmetic(var operator, var left, var right) -> {
                int level = level(operator);
                yield within(left, operator == Expression.Operator.POWER ? ATOM : level) + " " + sign(operator) + " "
                        + within(right, operator == Expression.Operator.POWER ? SIGN : level + 1);
            }
            case Expression.Logical(var and, var of) -> of.stream().map(part -> within(part, and ? 2 : 1))
                    .collect(Collectors.joining(and ? " and " : " or "));
            case Expression.Comparison(var operands, var comparisons) -> {
                var text = new StringBuilder(within(operands.getFirst(), SUM));
                for (int i = 0; i < comparisons.size(); i++) {
                    text.append(' ').append(sign(comparisons.get(i))).append(' ')
                            .append(within(operands.get(i + 1), SUM));
                }
                yield text.toString();
            }
        };
    }

    static String list(List<Expression> expressions) {
        return expressions.stream().map(ExpressionText::of).collect(Collectors.joining(", "));
    }

    /// @param least how tightly the place binds; what binds less is bracketed
    private static String within(Expression expression, int least) {
        return level(expression) < least ? "(" + of(expression) + ")" : of(expression);
    }

    private static int level(Expression expression) {
        return switch (expression) {
            case Expression.Logical(var and, _) -> and ? 1 : 0;
            case Expression.Not _ -> 2;
            case Expression.Comparison _ -> 3;
            case Expression.Arithmetic(var operator, _, _) -> level(operator);
            case Expression.Negative _ -> SIGN;
            case Expression.Amount(var value) -> value.signum() < 0 ? SIGN : ATOM;
            case Expression.Text _,Expression.Truth _,Expression.Name _,Expression.Field _,Expression.Call _ -> ATOM;
        };
    }

    private static int level(Expression.Operator operator) {
        return switch (operator) {
            case PLUS, MINUS -> SUM;
            case TIMES, DIVIDE, REMAINDER -> PRODUCT;
            case POWER -> POWER;
        };
    }

    private static String sign(Expression.Operator operator) {
        return switch (operator) {
            case PLUS -> "+";
            case MINUS -> "-";
            case TIMES -> "*";
            case DIVIDE -> "/";
            case POWER -> "^";
            case REMAINDER -> "%";
        };
    }

    private static String sign(Expression.Comparator comparator) {
        return switch (comparator) {
            case LESS -> "<";
            case AT_MOST -> "<=";
            case EQUAL -> "=";
            case NOT_EQUAL -> "!=";
            case AT_LEAST -> ">=";
            case GREATER -> ">";
        };
    }
}
