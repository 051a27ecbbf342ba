package microcosm.worlds;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ExpressionTest {
    private static final Position AT = new Position("w.md", 3, 5);

    /// Three people with 2, 4 and 9 sacks of grain; q is 70; step is 7.
    private static final class Village implements Scope {
        @Override
        public Optional<Value> named(String name) {
            return switch (name) {
                case "q" -> Optional.of(Value.of(70));
                case "step" -> Optional.of(Value.of(7));
                case "talk" -> Optional.of(Value.of("open"));
                default -> Optional.empty();
            };
        }

        @Override
        public Optional<Value> call(String function, List<Value> arguments) {
            return function.equals("twice") && arguments.size() == 1
                    && arguments.getFirst() instanceof Value.Amount(var amount)
                            ? Optional.of(Value.of(amount.add(amount)))
                            : Optional.empty();
        }

        @Override
        public Optional<List<Scope>> members(String collection) {
            return switch (collection) {
                case "people" -> Optional.of(List.of(member(2), member(4), member(9)));
                case "strangers" -> Optional.of(List.of());
                default -> Optional.empty();
            };
        }

        private Scope member(int grain) {
            var own = Map.of("grain", Value.of(grain));
            return new Scope() {
                @Override
                public Optional<Value> named(String name) {
                    return Optional.ofNullable(own.get(name)).or(() -> Village.this.named(name));
                }

                @Override
                public Optional<List<Scope>> members(String collection) { return Village.this.members(collection); }
            };
        }
    }

    private static Value value(String text) { return Evaluator.value(Formula.parse(text, AT), new Village()); }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {"1 + 2 * 3; 7", "2 ^ 3 ^ 2; 512", "-2 ^ 2; -4",
            "(1 + 2) * 3; 9",
            "7 % 3; 1", "-7 % 3; 2", "0.1 + 0.2; 0.3", "min(3, 1, 2); 1", "round(2.345, 2); 2.35", "ceil(2.1); 3",
            "if(q > 60, 1, 2); 1", "if(q > 60, 1, nobody); 1", "twice(q); 140", "sqrt(2) ^ 2; 2.000000000000000",
            "ln(1) + exp(0); 1", "count(people, grain < 6); 2", "count(people); 3", "sum(people, grain); 15",
            "mean(people, grain, grain < 6); 3", "max(people, grain); 9", "min(people, grain + q); 72",
            "share(people, grain > 100); 0", "sum(people, count(people, grain < 6)); 6",
            "gini(people, grain); 0.3111111111111111", "4 ^ 0.5; 2"})
    void arithmetic_is_decimal_and_means_what_it_says(String text, BigDecimal expected) {
        assertThat(value(text)).isInstanceOfSatisfying(Value.Amount.class,
                amount -> assertThat(amount.amount()).isEqualByComparingTo(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {"0 <= q <= 60; false", "0 <= q <= 80; true",
            "100 > q > 60 > 3; true",
            "q != 70 or talk = \"open\"; true", "not q = 70; false", "not (q < 3) and talk = \"open\"; true",
            "true or nobody; true", "false and nobody; false", "any(people, grain = 9); true",
            "all(people, grain > 2); false", "any(strangers, true); false"})
    void conditions_hold_or_do_not(String text, boolean expected) {
        assertThat(value(text)).isEqualTo(Value.of(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', value = {"1 / 0; 1 divided by zero",
            "nobody; nothing here is called \"nobody\"",
            "q + talk; \"open\" is not a number", "not q; 70 is neither true nor false",
            "mean(strangers, 1); the mean of nobody has no value", "9 ^ 9 ^ 9; an exponent beyond 1000",
            "9 ^ 999; a number beyond 1E+100", "sqrt(-1); the square root of -1 has no value",
            "ln(0); ln(0) has no value",
            "fly(q); there is no function \"fly\" here", "talk.size; \"open\" has no field \"size\"",
            "count(q, 1); count needs a collection such as people first"})
    void what_has_no_value_says_why_and_where(String text, String why) {
        assertThatThrownBy(() -> value(text)).isInstanceOf(EvaluationException.class)
                .hasMessage("w.md:3:5: " + why + " in \"" + text + "\"");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", quoteCharacter = '`', value = {
            "q == 3 => w.md:3:7: \"==\" is not part of an expression; write =",
            "q < 3 && q > 1 => w.md:3:11: \"&&\" is not part of an expression; write and",
            "(0 <= q) <= 60 => w.md:3:14: \"<=\" compares a condition; a chain such as 0 <= q <= 60, or conditions joined by and, or, not",
            "1e9 => w.md:3:5: \"1e9\" is not a number here; digits with at most one point: 12 or 0.35",
            "q, 2 => w.md:3:6: a comma outside a function; one expression"})
    void a_mistake_is_reported_at_its_character(String text, String message) {
        assertThatThrownBy(() -> Formula.parse(text, AT)).isInstanceOf(WorldException.class)
                .hasMessage(message.replace("; ", "\n  "));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 +", "(1", "1)", "foo(", "\"open", "a b", "* 2", "not", "a.", ".b", "3 q", "[1]", "a[1]",
            "#", "@x", "q(1)(2)",
            "1..2", "f(,)", "f(1,)"})
    void what_is_not_an_expression_is_refused(String text) {
        assertThatThrownBy(() -> Formula.parse(text, AT)).isInstanceOf(WorldException.class);
    }

    @Test
    void names_keep_their_case() {
        assertThat(Formula.parse("Q * q", AT).tree()).isEqualTo(new Expression.Arithmetic(Expression.Operator.TIMES,
                new Expression.Name("Q"), new Expression.Name("q")));
    }

    @Test
    void an_evaluation_comes_to_an_end() {
        String nested = "sum(people, ".repeat(20) + "1" + ")".repeat(20);

        assertThatThrownBy(() -> value(nested)).isInstanceOf(EvaluationException.class)
                .hasMessageContaining("more than 5000000 evaluations");
    }

    @Test
    void deep_nesting_is_refused() {
        assertThatThrownBy(() -> Formula.parse("-(".repeat(70) + "1" + ")".repeat(70), AT))
                .hasMessageContaining("nested deeper than 64");
    }
}
