package microcosm.gamemaster;

import java.util.List;

import microcosm.trace.Effect;
import microcosm.worlds.Market;

/// One vote each; an option is elected by more than half of the votes cast, and otherwise nobody is. Counts every ballot in which
/// somebody has voted, when the phase that names it is over, or at the end of each step for ballots declared as markets.
public final class MajorityVote implements Mechanism {
    @Override
    public String name() { return "majority-vote"; }

    @Override
    public String summary() { return "one vote each; more than half of the votes cast elect, else nobody is elected"; }

    @Override
    public List<Effect> settle(List<Market> markets, Moment moment) {
        return Ballots.counted(markets, moment,
                tally -> 2 * tally.most() > tally.cast() ? tally.first().getFirst() : Ballots.NOBODY);
    }
}
