package microcosm.gamemaster;

import java.util.List;

import microcosm.trace.Effect;
import microcosm.worlds.Market;

/// One vote each; the option with most votes is elected, however few; a tie is drawn by the seed. Counts every ballot in which somebody
/// has voted, when the phase that names it is over, or at the end of each step for ballots declared as markets.
public final class PluralityVote implements Mechanism {
    @Override
    public String name() { return "plurality-vote"; }

    @Override
    public String summary() { return "one vote each; most votes elect, a tie is drawn by the seed"; }

    @Override
    public List<Effect> settle(List<Market> markets, Moment moment) {
        return Ballots.counted(markets, moment, tally -> {
            List<String> first = tally.first();
            return first.get(moment.seed().stream("mechanisms/plurality-vote/" + tally.ballot(), moment.step(),
                    moment.turn()).nextInt(first.size()));
        });
    }
}
