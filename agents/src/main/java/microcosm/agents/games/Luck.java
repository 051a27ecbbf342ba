package microcosm.agents.games;

import java.util.List;
import java.util.SplittableRandom;

/// Where chance comes from where a game is played without words.
@FunctionalInterface
public interface Luck {
    /// @param player their place among the players
    /// @param round from 1
    /// @return a generator that has given nothing yet in this round, or one that lasts
    SplittableRandom of(int player, long round);

    /// One generator for each player and the whole game: what millions of rounds can afford. A run in words makes a new one each turn.
    static Luck lasting(List<SplittableRandom> chances) {
        SplittableRandom[] of = chances.toArray(SplittableRandom[]::new);
        return (player, _) -> of[player];
    }
}
