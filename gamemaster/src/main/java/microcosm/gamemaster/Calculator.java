package microcosm.gamemaster;

import java.util.Optional;

import microcosm.worlds.EvaluationException;
import microcosm.worlds.Evaluator;
import microcosm.worlds.Formula;
import microcosm.worlds.Scope;
import microcosm.worlds.Tool;
import microcosm.worlds.Value;
import microcosm.worlds.WorldException;

/// Works out an expression of numbers, in the language of world files: `(40 * 3.5 + 12) / 2`. Knows no names.
public final class Calculator implements Answering {
    private static final Scope NOTHING = _ -> Optional.empty();

    @Override
    public String name() { return "calculator"; }

    @Override
    public String summary() { return "works out numbers: (40 * 3.5 + 12) / 2"; }

    @Override
    public Answer answer(Tool tool, String question) {
        try {
            Value value = Evaluator.value(Formula.parse(question, tool.at()), NOTHING);
            return value instanceof Value.Amount(var amount)
                    ? Answer.of(question + " = " + amount.stripTrailingZeros().toPlainString())
                    : Answer.none(tool.name() + " works out numbers only.");
        } catch (EvaluationException | WorldException without) {
            return Answer
                    .none(tool.name() + " cannot work that out; it takes expressions such as (40 * 3.5 + 12) / 2.");
        }
    }
}
