package microcosm.agents;

import java.util.List;
import java.util.Optional;

import microcosm.worlds.Expression;
import microcosm.worlds.Formula;

/// What somebody tries to raise, ready to be worked out for some fifty trial standings a turn: the author's formula, its names bound
/// once. It may speak of goods (own holdings), `owed(good)` (own debts), `owed_to(actor)` (what one is owed), `step`, and one's own
/// attributes. Anything else makes it worth nothing that can be compared: then nothing is ever a gain.
final class Goal {
    private static final double UNKNOWN = Double.NaN;

    private final Term term;

    private Goal(Term term) { this.term = term; }

    static Goal of(Optional<Formula> formula, List<String> goods) {
        return new Goal(formula.map(f -> term(f.tree(), goods)).orElse(_ -> UNKNOWN));
    }

    /// @return in the goal's own unit; NaN where it cannot be told
    double worth(Standing standing) { return term.in(standing); }

    /// @return how much better `then` is than `now`; 0 where that cannot be told
    double gain(Standing now, Standing then) {
        double gain = worth(then) - worth(now);
        return Double.isNaN(gain) ? 0 : gain;
    }

    private interface Term {
        double in(Standing standing);
    }

    private static Term term(Expression expression, List<String> goods) {
        return switch (expression) {
            case Expression.Amount(var value) -> constant(value.doubleValue());
            case Expression.Truth(boolean holds) -> constant(holds ? 1 : 0);
            case Expression.Text _ -> constant(UNKNOWN);
            case Expression.Name(String name) -> named(name, goods);
            case Expression.Field(Expression of, String name) when of instanceof Expression.Name(String who)
                    && who.equals("actor") ->
                named(name, goods);
            case Expression.Field _ -> constant(UNKNOWN);
            case Expression.Call(String function, List<Expression> arguments) -> call(function, arguments, goods);
            case Expression.Negative(Expression of) -> {
                Term inner = term(of, goods);
                yield s -> -inner.in(s);
            }
            case Expression.Not(Expression of) -> {
                Term inner = term(of, goods);
                yield s -> inner.in(s) == 0 ? 1 : 0;
            }
            case Expression.Arithmetic(var operator, Expression left, Expression right) -> arithmetic(operator,
                    term(left, goods), term(right, goods));
            case Expression.Logical(boolean and, List<Expression> of) -> logical(and, terms(of, goods));
            case Expression.Comparison(List<Expression> operands, List<Expression.Comparator> comparisons) ->
                comparison(terms(operands, goods), comparisons);
        };
    }

    private static Term constant(double value) { return _ -> value; }

    private static List<Term> terms(List<Expression> expressions, List<String> goods) {
        return expressions.stream().map(e -> term(e, goods)).toList();
    }

    private static Term named(String name, List<String> goods) {
        int good = goods.indexOf(name);
        if (good >= 0) {
            return s -> s.held(good);
        }
        return name.equals("step") ? Standing::step : s -> number(s.own().get(name));
    }

    private static double number(@org.jspecify.annotations.Nullable String text) {
        if (text == null) {
            return UNKNOWN;
        }
        try {
            return Double.parseDouble(text);
        } catch (NumberFormatException _) {
            return UNKNOWN; // a word, such as a role's name: not a quantity
        }
    }

    private static Term call(String function, List<Expression> arguments, List<String> goods) {
        if (arguments.size() == 1 && arguments.getFirst() instanceof Expression.Name(String what)) {
            int good = goods.indexOf(what);
            if (function.equals("owed") && good >= 0) {
                return s -> s.owed(good);
            }
            if (function.equals("owed_to") && what.equals("actor")) {
                return Standing::due;
            }
        }
        List<Term> of = terms(arguments, goods);
        return switch (function) {
            case "min" -> s -> of.stream().mapToDouble(t -> t.in(s)).reduce(Math::min).orElse(UNKNOWN);
            case "max" -> s -> of.stream().mapToDouble(t -> t.in(s)).reduce(Math::max).orElse(UNKNOWN);
            case "abs" -> s -> Math.abs(of.getFirst().in(s));
            case "floor" -> s -> Math.floor(of.getFirst().in(s));
            case "ceil" -> s -> Math.ceil(of.getFirst().in(s));
            case "sqrt" -> s -> Math.sqrt(of.getFirst().in(s));
            case "exp" -> s -> StrictMath.exp(of.getFirst().in(s));
            case "ln" -> s -> StrictMath.log(of.getFirst().in(s));
            case "if" -> s -> of.get(of.getFirst().in(s) == 0 ? 2 : 1).in(s);
            default -> constant(UNKNOWN);
        };
    }

    private static Term arithmetic(Expression.Operator operator, Term left, Term right) {
        return switch (operator) {
            case PLUS -> s -> left.in(s) + right.in(s);
            case MINUS -> s -> left.in(s) - right.in(s);
            case TIMES -> s -> left.in(s) * right.in(s);
            case DIVIDE -> s -> left.in(s) / right.in(s);
            case POWER -> s -> StrictMath.pow(left.in(s), right.in(s));
            case REMAINDER -> s -> left.in(s) % right.in(s);
        };
    }

    private static Term logical(boolean and, List<Term> of) {
        return and
                ? s -> of.stream().allMatch(t -> t.in(s) != 0) ? 1 : 0
                : s -> of.stream().anyMatch(t -> t.in(s) != 0) ? 1 : 0;
    }

    private static Term comparison(List<Term> operands, List<Expression.Comparator> comparisons) {
        return s -> {
            for (int i = 0; i < comparisons.size(); i++) {
                int order = Double.compare(operands.get(i).in(s), operands.get(i + 1).in(s));
                if (!holds(comparisons.get(i), order)) {
                    return 0;
                }
            }
            return 1;
        };
    }

    private static boolean holds(Expression.Comparator comparator, int order) {
        return switch (comparator) {
            case LESS -> order < 0;
            case AT_MOST -> order <= 0;
            case EQUAL -> order == 0;
            case NOT_EQUAL -> order != 0;
            case AT_LEAST -> order >= 0;
            case GREATER -> order > 0;
        };
    }
}
