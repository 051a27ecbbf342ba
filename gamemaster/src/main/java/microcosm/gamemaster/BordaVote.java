package microcosm.gamemaster;

import java.util.List;

import microcosm.trace.Effect;
import microcosm.worlds.Market;

/// Everybody puts options in an order by `rank(ballot, option, place)`; each has a point for every option that a voter puts after it, and the most points elect; a tie is drawn by the seed.
/// Counted as in [ApprovalVote]. Source: Borda 1784, Mémoire sur les élections au scrutin.
public final class BordaVote implements Mechanism {
    @Override
    public String name() { return "borda-vote"; }

    @Override
    public String summary() { return "everybody ranks; an option has a point for each that is put after it"; }

    @Override
    public List<Effect> settle(List<Market> markets, Moment moment) {
        return Marks.counted(Rankings.RANKS, markets, moment, ballot -> {
            var points = Rankings.of(ballot, moment).points();
            int most = points.values().stream().mapToInt(Integer::intValue).max().orElse(0);
            List<String> first = points.entrySet().stream().filter(one -> one.getValue() == most)
                    .map(one -> one.getKey()).toList();
            return new Marks.Result(Marks.drawn(first, name() + "/" + ballot, moment), "with " + most + " points");
        });
    }
}
