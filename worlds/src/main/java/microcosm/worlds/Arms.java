package microcosm.worlds;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import microcosm.worlds.syntax.Words;

/// Conditions that make arms: the `when` of a bullet or a row.
final class Arms {
    private static final Pattern WHEN = Pattern.compile("\\swhen\\s");

    private final Reading reading;
    private final FormulaReader formulas;

    Arms(Reading reading, FormulaReader formulas) {
        this.reading = reading;
        this.formulas = formulas;
    }

    /// Takes the `when` clause off a bullet. What follows the last `when` is a clause if it reads as a comparison or a joining of
    /// conditions, or names a parameter; else it is prose.
    ///
    /// @return the rest; empty where this arm does not have the bullet
    Optional<Words> bullet(Words value) {
        var when = WHEN.matcher(value.text());
        int from = -1;
        int to = 0;
        while (when.find()) {
            from = when.start();
            to = when.end();
        }
        if (from < 0) {
            return Optional.of(value);
        }
        Words condition = value.sub(to, value.text().length()).strip();
        return isCondition(condition.text())
                ? holds(condition) ? Optional.of(value.sub(0, from).strip()) : Optional.empty()
                : Optional.of(value);
    }

    private boolean isCondition(String text) {
        try {
            return switch (ExpressionParser.parse(text)) {
                case Expression.Comparison _,Expression.Logical _,Expression.Not _ -> true;
                case Expression.Name(var name) -> reading.parameters.containsKey(name);
                default -> false;
            };
        } catch (ExpressionParser.Mistake e) {
            return text.contains("=") || text.contains("\"");
        }
    }

    /// @return whether a condition over parameters alone holds; true, and a problem, where it cannot be judged
    boolean holds(Words condition) {
        return condition.isEmpty() || formulas.read(condition).map(formula -> {
            Optional<Boolean> constant = constant(formula);
            if (constant.isEmpty()) {
                reading.problems.addWeak(condition, "\"" + formula + "\" cannot be decided before the world runs",
                        List.of(),
                        reading.parameters.isEmpty()
                                ? "a condition over parameters, and none is declared"
                                : "a condition over parameters: " + String.join(", ", reading.parameters.keySet()));
            }
            return constant.orElse(true);
        }).orElse(true);
    }

    /// @return what a condition is worth whatever happens; empty where that depends on what happens
    static Optional<Boolean> constant(Formula formula) {
        try {
            return Optional.of(Evaluator.truth(formula.tree(), _ -> Optional.empty()));
        } catch (EvaluationException e) {
            return Optional.empty();
        }
    }
}
