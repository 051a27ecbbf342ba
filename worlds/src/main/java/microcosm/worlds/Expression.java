package microcosm.worlds;

import java.math.BigDecimal;
import java.util.List;

/// An expression of the world format as a tree; the grammar is in FORMAT.md.
public sealed interface Expression {
    record Amount(BigDecimal value) implements Expression {}

    record Text(String text) implements Expression {}

    record Truth(boolean holds) implements Expression {}

    /// A name the author may use here: a parameter, a good, an argument of the action, a built-in such as `actor`.
    record Name(String name) implements Expression {}

    /// `offer.get`.
    record Field(Expression of, String name) implements Expression {}

    record Call(String function, List<Expression> arguments) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }
    }

    record Negative(Expression of) implements Expression {}

    record Not(Expression of) implements Expression {}

    record Arithmetic(Operator operator, Expression left, Expression right) implements Expression {}

    /// `and`, `or`: evaluated from the left, stopping as soon as the result is known.
    record Logical(boolean and, List<Expression> of) implements Expression {
        public Logical {
            of = List.copyOf(of);
        }
    }

    /// `0 <= q <= 60`: holds when every neighbouring pair does.
    ///
    /// @param operands one more than comparisons
    record Comparison(List<Expression> operands, List<Comparator> comparisons) implements Expression {
        public Comparison {
            operands = List.copyOf(operands);
            comparisons = List.copyOf(comparisons);
            if (operands.size() != comparisons.size() + 1) {
                throw new IllegalArgumentException(
                        operands.size() + " operands do not fit " + comparisons.size() + " comparisons");
            }
        }
    }

    enum Operator {
        PLUS, MINUS, TIMES, DIVIDE, POWER, REMAINDER
    }

    enum Comparator {
        LESS, AT_MOST, EQUAL, NOT_EQUAL, AT_LEAST, GREATER
    }
}
