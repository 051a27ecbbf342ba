package microcosm.gamemaster;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import microcosm.trace.EventId;
import microcosm.worlds.Bundle;
import microcosm.worlds.EffectCall;
import microcosm.worlds.Problem;
import microcosm.worlds.Value;
import microcosm.worlds.WorldException;

/// A word of the effects vocabulary: what `open_offer(to, give, get, 1)` does. Turns one call into effects, or says why it cannot.
public interface Consequence {
    /// @return as a world writes it: `open_offer`
    String word();

    /// @return one line for people
    String summary();

    GameMaster.Proposal of(Means with);

    /// What a call has to work with.
    ///
    /// @param actor whose attempt it is; empty for the world's own doing
    /// @param cause the event it comes from
    /// @param number of the attempt within that event
    /// @param what the action's or happening's name
    /// @param arguments worked out, in the order of the call; an optional argument left out is an empty [Value.Items]
    record Means(Moment now, Optional<String> actor, EventId cause, int number, String what, EffectCall call,
            List<Value> arguments) {
        public Means {
            arguments = List.copyOf(arguments);
        }

        String actorOrFail() {
            return actor.orElseThrow(() -> wrong("it needs somebody who acts, so it can stand in an action only"));
        }

        /// @return an id or text; empty where the argument was left out
        Optional<String> id(int index) {
            return index < arguments.size() ? Functions.id(arguments.get(index)) : Optional.empty();
        }

        String text(int index) { return id(index).orElseThrow(() -> wrong("argument " + (index + 1) + " is missing")); }

        Bundle bundle(int index) {
            if (index < arguments.size() && arguments.get(index) instanceof Value.Goods(Bundle goods)) {
                return goods;
            }
            throw wrong("argument " + (index + 1) + " must be goods");
        }

        /// @return an argument as a cell would say it: a text or a number
        String written(int index) {
            return index < arguments.size() && arguments.get(index) instanceof Value.Amount(BigDecimal amount)
                    ? amount.toPlainString()
                    : text(index);
        }

        BigDecimal number(int index) {
            if (index < arguments.size() && arguments.get(index) instanceof Value.Amount(BigDecimal amount)) {
                return amount;
            }
            throw wrong("argument " + (index + 1) + " must be a number");
        }

        private WorldException wrong(String what) {
            return new WorldException(
                    List.of(new Problem(call.at(), call.name() + ": " + what, List.of(), "")));
        }
    }
}
