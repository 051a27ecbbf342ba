package microcosm.agents;

import microcosm.agents.games.Strategy;
import microcosm.agents.games.Table;

/// A policy that plays a game of rounds, and plays it the same with words and without.
interface Strategic {
    /// @param self the person's place among the players
    /// @return a new one, that has learnt nothing yet
    Strategy strategy(Table table, int self);
}
