package microcosm.worlds;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import microcosm.worlds.Expression.Amount;
import microcosm.worlds.Expression.Arithmetic;
import microcosm.worlds.Expression.Call;
import microcosm.worlds.Expression.Comparator;
import microcosm.worlds.Expression.Comparison;
import microcosm.worlds.Expression.Field;
import microcosm.worlds.Expression.Logical;
import microcosm.worlds.Expression.Name;
import microcosm.worlds.Expression.Negative;
import microcosm.worlds.Expression.Not;
import microcosm.worlds.Expression.Text;
import microcosm.worlds.Expression.Truth;

/// Works out what an [Expression] is worth in a [Scope].
///
/// Always comes to an end, with a value or an [EvaluationException]: an evaluation visits at most [#MOST_VISITS] nodes, no deeper than
/// [#DEEPEST], and no number grows beyond [Decimals#LARGEST]. Sees nothing but the scope. Arithmetic is decimal with 16 digits; the
/// same expression in the same scope has the same value on every machine.
public final class Evaluator {
    /// Nodes visited in one evaluation, members of collections included.
    public static final int MOST_VISITS = 5_000_000;
    /// Levels of nesting.
    public static final int DEEPEST = 100;

    private int visits;
    private int depth;

    private Evaluator() {}

    /// @throws EvaluationException if the expression has no value here
    public static Value value(Expression expression, Scope scope) { return new Evaluator().visit(expression, scope); }

    /// @throws EvaluationException if the formula has no value here; names its position
    public static Value value(Formula formula, Scope scope) {
        try {
            return value(formula.tree(), scope);
        } catch (EvaluationException e) {
            throw e.in(formula);
        }
    }

    /// @throws EvaluationException if the expression has no value here or is not a number
    public static BigDecimal number(Expression expression, Scope scope) {
        return Decimals.number(value(expression, scope));
    }

    /// @throws EvaluationException if the formula has no value here or is not a number; names its position
    public static BigDecimal number(Formula formula, Scope scope) {
        try {
            return number(formula.tree(), scope);
        } catch (EvaluationException e) {
            throw e.in(formula);
        }
    }

    /// @throws EvaluationException if the expression has no value here or is neither true nor false
    public static boolean truth(Expression expression, Scope scope) { return truth(value(expression, scope)); }

    /// @throws EvaluationException if the formula has no value here or is neither true nor false; names its position
    public static boolean truth(Formula formula, Scope scope) {
        try {
            return truth(formula.tree(), scope);
        } catch (EvaluationException e) {
            throw e.in(formula);
        }
    }

    Value visit(Expression expression, Scope scope) {
        if (++visits > MOST_VISITS) {
            throw new EvaluationException("more than " + MOST_VISITS + " evaluations");
        }
        if (++depth > DEEPEST) {
            throw new EvaluationException("nested deeper than " + DEEPEST);
        }
        try {
            return switch (expression) {
                case Amount(var value) -> Value.of(value);
                case Text(var text) -> Value.of(text);
                case Truth(var holds) -> Value.of(holds);
                case Name(var name) -> named(name, scope);
                case Field(var of, var name) -> field(visit(of, scope), name, scope);
                case Call call -> call(call, scope);
                case Negative(var of) -> Value.of(number(visit(of, scope)).negate());
                case Not(var of) -> Value.of(!truth(visit(of, scope)));
                case Arithmetic(var operator, var left, var right) ->
                    Value.of(Decimals.apply(operator, number(visit(left, scope)), number(visit(right, scope))));
                case Logical(var and, var of) -> Value.of(logical(and, of, scope));
                case Comparison(var operands, var comparisons) -> Value.of(comparison(operands, comparisons, scope));
            };
        } finally {
            depth--;
        }
    }

    boolean holds(Expression expression, Scope scope) { return truth(visit(expression, scope)); }

    private static BigDecimal number(Value value) { return Decimals.number(value); }

    private static boolean truth(Value value) {
        if (value instanceof Value.Truth(var holds)) {
            return holds;
        }
        throw new EvaluationException(Decimals.described(value) + " is neither true nor false");
    }

    private static Value named(String name, Scope scope) {
        return scope.named(name).or(() -> scope.call(name, List.of()))
                .orElseThrow(() -> new EvaluationException("nothing here is called \"" + name + "\""));
    }

    private static Value field(Value of, String name, Scope scope) {
        return scope.field(of, name).orElseThrow(
                () -> new EvaluationException(Decimals.described(of) + " has no field \"" + name + "\""));
    }

    private Value call(Call call, Scope scope) {
        var aggregate = Aggregates.named(call.function());
        if (aggregate.isPresent() && !call.arguments().isEmpty()
                && call.arguments().getFirst() instanceof Name(var collection)) {
            var members = scope.members(collection);
            if (members.isPresent()) {
                return aggregate.get().over(members.get(), call, this);
            }
        }
        if (BuiltIn.knows(call.function())) {
            return BuiltIn.call(call, scope, this);
        }
        if (aggregate.isPresent()) {
            throw new EvaluationException(call.function() + " needs a collection such as people first");
        }
        var arguments = new ArrayList<Value>();
        call.arguments().forEach(argument -> arguments.add(argument(argument, scope)));
        return scope.call(call.function(), arguments)
                .orElseThrow(() -> new EvaluationException("there is no function \"" + call.function() + "\" here"));
    }

    private Value argument(Expression argument, Scope scope) {
        return argument instanceof Name(var name) && scope.thing(name).isPresent()
                ? scope.thing(name).get()
                : visit(argument, scope);
    }

    private boolean logical(boolean and, List<Expression> of, Scope scope) {
        for (Expression part : of) {
            if (holds(part, scope) != and) {
                return !and;
            }
        }
        return and;
    }

    private boolean comparison(List<Expression> operands, List<Comparator> comparisons, Scope scope) {
        Value left = visit(operands.getFirst(), scope);
        for (int i = 0; i < comparisons.size(); i++) {
            Value right = visit(operands.get(i + 1), scope);
            if (!Decimals.compare(left, comparisons.get(i), right)) {
                return false;
            }
            left = right;
        }
        return true;
    }
}
