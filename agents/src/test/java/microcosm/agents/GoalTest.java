package microcosm.agents;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import microcosm.testing.Seeds;
import microcosm.trace.Debt;
import microcosm.worlds.Bundle;
import microcosm.worlds.Evaluator;
import microcosm.worlds.Formula;
import microcosm.worlds.Scope;
import microcosm.worlds.Value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class GoalTest {
    private static final List<String> GOODS = List.of("grain", "salt", "coin");

    @Seeds(300)
    void a_goal_is_worth_what_the_evaluator_of_the_world_format_says(SplittableRandom chance) {
        String text = drawn(chance, 4);
        Bundle holdings = Bundle.parse(1 + chance.nextInt(9) + " grain, " + (1 + chance.nextInt(9)) + " salt");
        Formula formula = Formula.parse(text, Village.HERE);

        double worth = Goal.of(Optional.of(formula), GOODS).worth(Standing.of(GOODS, situation(holdings)));

        double expected = Evaluator.number(formula, scope(holdings)).doubleValue();
        assertThat(worth).as(text).isCloseTo(expected, within(1e-9 * Math.max(1, Math.abs(expected))));
    }

    @Test
    void a_goal_in_terms_that_are_not_known_makes_nothing_a_gain() {
        Goal goal = Goal.of(Optional.of(Formula.parse("fame + grain", Village.HERE)), GOODS);
        Standing now = Standing.of(GOODS, situation(Bundle.parse("3 grain")));

        assertThat(goal.gain(now, now.after(Bundle.NONE, Bundle.parse("1 grain")))).isZero();
    }

    private static String drawn(SplittableRandom chance, int depth) {
        if (depth == 0) {
            return switch (chance.nextInt(5)) {
                case 0 -> "grain";
                case 1 -> "salt";
                case 2 -> "coin";
                case 3 -> "owed(grain)";
                default -> Integer.toString(chance.nextInt(10));
            };
        }
        String a = drawn(chance, depth - 1);
        String b = drawn(chance, depth - 1);
        return switch (chance.nextInt(9)) {
            case 0 -> "(" + a + " + " + b + ")";
            case 1 -> "(" + a + " - " + b + ")";
            case 2 -> "(" + a + " * 0.5)";
            case 3 -> "min(" + a + ", " + b + ")";
            case 4 -> "max(" + a + ", " + b + ")";
            case 5 -> "if(" + a + " < " + b + " and grain > 2, " + a + ", " + b + ")";
            case 6 -> "-abs(" + a + ")";
            case 7 -> "sqrt(abs(" + a + "))";
            default -> "(" + a + " / 4)";
        };
    }

    private static Scope scope(Bundle holdings) {
        return new Scope() {
            @Override
            public Optional<Value> named(String name) { return Optional.of(Value.of(holdings.amount(name))); }

            @Override
            public Optional<Value> call(String function, List<Value> arguments) {
                return function.equals("owed") ? Optional.of(Value.of(BigDecimal.valueOf(5))) : Optional.empty();
            }
        };
    }

    private static Situation situation(Bundle holdings) {
        return new Situation("ada", 1, Optional.empty(), Optional.empty(), holdings,
                List.of(new Debt("ada", "bo", Bundle.parse("5 grain"))), List.of(), List.of(), List.of(),
                new LinkedHashMap<>(), List.of(), new LinkedHashMap<>(), List.of(), List.of());
    }
}
