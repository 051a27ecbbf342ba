package microcosm.gamemaster;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.BiFunction;

import microcosm.trace.Effect;
import microcosm.trace.State;
import microcosm.worlds.Market;

/// Settles what many do at once, by arithmetic: a market, a commons, a vote. Found by [java.util.ServiceLoader] and called by name
/// from the world file. Pure: the same moment gives the same effects.
public interface Mechanism {
    /// @return as a world writes it: `cournot`
    String name();

    /// @return one line for people
    String summary();

    /// What it reads of a market's row, or of a bullet under the table, besides `price`, which `cournot` reads. Whatever else a world gives is the author's mistake.
    ///
    /// @return as a world writes them; one that begins with `NAME` may stand once for each person: `NAME unit cost`
    default List<String> columns() { return List.of(); }

    /// Reference values of the markets it settles, computed once before the first step.
    ///
    /// @param markets those of the world that name this mechanism; empty where only phases do
    /// @return name → value, in the order in which they are to stand in the trace
    default SequencedMap<String, BigDecimal> benchmarks(List<Market> markets, Moment moment) {
        return new LinkedHashMap<>();
    }

    /// What is so of them before the first step, such as a stock.
    default List<Effect> beginning(List<Market> markets, Moment moment) { return List.of(); }

    /// @return which attributes of people everybody knows, each with or without a market's id after it: `q`
    default List<String> known() { return List.of(); }

    /// @param markets those of the world that name this mechanism
    /// @return which attributes of people everybody knows where they say how much is seen
    default List<String> known(List<Market> markets) { return known(); }

    /// What comes of the attempts of this step, once all turns (or the phase that names it) are over.
    ///
    /// @return applied together; empty for nothing
    List<Effect> settle(List<Market> markets, Moment moment);

    /// @return names of the events it brings about besides its settlement, by which measures count them: `count(events, action = "birth")`
    default List<String> events() { return List.of(); }

    /// What stands in the trace as one event.
    ///
    /// @param what the mechanism's own name, or one of its [events][#events()]
    record Outcome(String what, List<Effect> effects) {
        public Outcome {
            effects = List.copyOf(effects);
        }
    }

    /// What comes of the attempts of this step, event by event: the settlement under the mechanism's own name, unless it tells events apart.
    ///
    /// @return in the order of the trace; those without effects are none
    default List<Outcome> outcomes(List<Market> markets, Moment moment) {
        return List.of(new Outcome(name(), settle(markets, moment)));
    }

    /// Settles market after market, each seeing what the ones before it changed, so that nobody spends in two what they have once.
    ///
    /// @return the effects of all, in the order of the markets
    static List<Effect> oneByOne(List<Market> markets, Moment moment,
            BiFunction<Market, Moment, List<Effect>> settling) {
        var effects = new ArrayList<Effect>();
        State state = moment.state();
        for (Market market : markets) {
            List<Effect> own = settling.apply(market, moment.with(state));
            for (Effect effect : own) {
                state = state.after(effect);
            }
            effects.addAll(own);
        }
        return effects;
    }
}
