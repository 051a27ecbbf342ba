package microcosm.gamemaster;

import java.util.List;

import microcosm.trace.Effect;
import microcosm.worlds.Market;

/// Everybody approves of as many options as they like, by `approve(ballot, option)`; the most approved is elected, a tie is drawn by the seed. Counted when the phase that names it is over, or at
/// the end of each step for ballots declared as markets. Source: Brams and Fishburn 1978, Approval Voting, American Political Science Review 72, 831–847.
public final class ApprovalVote implements Mechanism {
    @Override
    public String name() { return "approval-vote"; }

    @Override
    public String summary() { return "everybody approves of any options; the most approved is elected"; }

    @Override
    public List<Effect> settle(List<Market> markets, Moment moment) {
        return Marks.counted(Approvals.APPROVES, markets, moment, ballot -> {
            var votes = Approvals.counted(ballot, moment);
            int most = votes.values().stream().mapToInt(Integer::intValue).max().orElse(0);
            List<String> first = votes.entrySet().stream().filter(one -> one.getValue() == most)
                    .map(one -> one.getKey()).toList();
            return new Marks.Result(Marks.drawn(first, name() + "/" + ballot, moment), "with " + most + " approvals");
        });
    }
}
