package microcosm.gamemaster;

import java.util.ArrayList;
import java.util.List;

import microcosm.trace.Effect;
import microcosm.worlds.Market;

/// Everybody puts options in an order by `rank(ballot, option, place)`. Whatever fewest put first is out, and their votes go to what they put next, until something has more than half of
/// the votes that are left (instant runoff); of several fewest one is drawn by the seed. Counted as in [ApprovalVote]; leaves beside `elected BALLOT` the attribute `condorcet BALLOT`, what beats every other in
/// a vote of two, or `nobody`. Source: Hare 1859; Arrow 1951, Social Choice and Individual Values.
public final class RankedVote implements Mechanism {
    @Override
    public String name() { return "ranked-vote"; }

    @Override
    public String summary() { return "everybody ranks; the last is out again and again, until one has a majority"; }

    @Override
    public List<Effect> settle(List<Market> markets, Moment moment) {
        var effects = new ArrayList<Effect>();
        effects.addAll(Marks.counted(Rankings.RANKS, markets, moment, ballot -> {
            var rankings = Rankings.of(ballot, moment);
            effects.add(new Effect.Became(MomentScope.EVERYBODY, "condorcet " + ballot,
                    rankings.condorcet().orElse(Ballots.NOBODY)));
            return elected(rankings, ballot, moment);
        }));
        return effects;
    }

    private Marks.Result elected(Rankings rankings, String ballot, Moment moment) {
        var left = new ArrayList<>(rankings.options());
        while (true) {
            var votes = rankings.firsts(left);
            int cast = votes.values().stream().mapToInt(Integer::intValue).sum();
            int most = votes.values().stream().mapToInt(Integer::intValue).max().orElse(0);
            int least = votes.values().stream().mapToInt(Integer::intValue).min().orElse(0);
            if (2 * most > cast || left.size() == 1) {
                String first = left.stream().filter(one -> votes.getOrDefault(one, 0) == most).findFirst()
                        .orElseThrow();
                return new Marks.Result(first, "with " + most + " of " + cast + " votes");
            }
            left.remove(Marks.drawn(left.stream().filter(one -> votes.getOrDefault(one, 0) == least).toList(),
                    name() + "/" + ballot + "/" + left.size(), moment));
        }
    }
}
