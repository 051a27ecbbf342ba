package microcosm.gamemaster;

import java.util.List;
import java.util.Optional;

import microcosm.worlds.Bundle;
import microcosm.worlds.Channel;
import microcosm.worlds.EvaluationException;
import microcosm.worlds.Evaluator;
import microcosm.worlds.Expression;
import microcosm.worlds.Formula;
import microcosm.worlds.Value;

/// Why something was refused, in words for the person who tried.
final class Refusals {
    static final String SUSPENDED = "You are suspended.";

    private Refusals() {}

    static String holds(Bundle held, Bundle wanted) {
        return "You hold " + amountsOf(held, wanted) + ", not " + wanted + ".";
    }

    /// Only the goods that were asked for: `2 grain, 0 salt`.
    private static String amountsOf(Bundle held, Bundle wanted) {
        return String.join(", ", wanted.amounts().keySet().stream()
                .map(good -> held.amount(good).toPlainString() + " " + good).toList());
    }

    static String closed(String channel, Moment now) {
        if (channel.isEmpty()) {
            return "There is no way to say that to them now.";
        }
        Optional<Channel> declared = now.world().dealings().channels().stream().filter(c -> c.id().equals(channel))
                .findFirst();
        return declared.map(c -> "You cannot speak on the " + c.name() + " now.")
                .orElse("There is no channel called \"" + channel + "\".");
    }

    /// The first part of a condition that does not hold, told as plainly as it can be.
    ///
    /// @param needs a condition that does not hold here
    static String unmet(Formula needs, MomentScope scope) {
        Expression part = failing(needs.tree(), scope);
        if (part instanceof Expression.Call(String function, List<Expression> arguments)) {
            List<Value> with = arguments.stream().map(argument -> value(argument, scope)).toList();
            if (function.equals("holds") && with.size() == 2 && with.get(1) instanceof Value.Goods(Bundle goods)
                    && with.getFirst() instanceof Value.Entity(String _, String who)) {
                return scope.subject().filter(who::equals).isPresent()
                        ? holds(scope.moment().state().holdings(who), goods)
                        : scope.moment().society().name(who) + " does not hold " + goods + ".";
            }
            if (function.equals("may_speak") && with.size() == 2) {
                return closed(Functions.id(with, 1).orElse(""), scope.moment());
            }
            if (function.equals("alive")) {
                return "That is not possible for the dead.";
            }
        }
        if (part instanceof Expression.Not(Expression of)
                && of instanceof Expression.Call(String function, List<Expression> _) && function.equals("suspended")) {
            return SUSPENDED;
        }
        return "That needs: " + needs.text() + ".";
    }

    private static Expression failing(Expression tree, MomentScope scope) {
        if (tree instanceof Expression.Logical(boolean and, List<Expression> of) && and) {
            return of.stream().filter(part -> !holds(part, scope)).findFirst().map(part -> failing(part, scope))
                    .orElse(tree);
        }
        return tree;
    }

    /// A part without a value does not hold: an optional argument was left out.
    static boolean holds(Expression condition, MomentScope scope) {
        try {
            return Evaluator.truth(condition, scope);
        } catch (EvaluationException _) {
            return false;
        }
    }

    private static Value valueOrNothing(Expression argument, MomentScope scope) {
        try {
            return Evaluator.value(argument, scope);
        } catch (EvaluationException _) {
            return new Value.Items(List.of());
        }
    }

    private static Value value(Expression argument, MomentScope scope) {
        return argument instanceof Expression.Name(String name)
                ? scope.thing(name).orElse(new Value.Items(List.of()))
                : valueOrNothing(argument, scope);
    }
}
