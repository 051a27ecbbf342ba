package microcosm.agents.games;

import java.util.SplittableRandom;

/// How one player plays a [Table], round after round. Knows what everybody did and earned in the rounds before, and nothing else.
public interface Strategy {
    /// @param chance for this round, or for the whole game
    /// @return an action
    int choose(SplittableRandom chance);

    /// A round is over.
    ///
    /// @param profile what everybody did; may be changed afterwards
    /// @param earned what everybody earned by it; may be changed afterwards
    void learn(int[] profile, double[] earned);

    /// @return for how many rounds what it takes for best has been the same; a strategy that does not learn is never unsettled
    default long settled() { return Long.MAX_VALUE; }

    /// What it would take for best after a round, with nothing tried out and nothing learnt.
    ///
    /// @throws UnsupportedOperationException if it holds nothing for best
    default int best(int[] profile) { throw new UnsupportedOperationException("it takes nothing for best"); }
}
