package microcosm.gamemaster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;

import microcosm.trace.Effect;
import microcosm.worlds.Market;

/// One vote each; the option with most votes is elected, and none where two or more have most. Counts every ballot in which somebody has
/// voted, when the phase that names it is over, or at the end of each step for ballots declared as markets. Attributes of the
/// world: `elected BALLOT`, the option or `nobody`. Who voted for what stays secret.
public final class MajorityVote implements Mechanism {
    private static final String VOTE = "vote ";

    @Override
    public String name() { return "majority-vote"; }

    @Override
    public String summary() { return "one vote each; the option with most votes wins, a tie elects nobody"; }

    @Override
    public List<Effect> settle(List<Market> markets, Moment moment) {
        var effects = new ArrayList<Effect>();
        ballots(moment).forEach((ballot, votes) -> {
            if (markets.isEmpty() || markets.stream().anyMatch(market -> market.id().equals(ballot))) {
                effects.addAll(count(ballot, votes, moment));
            }
        });
        return effects;
    }

    /// @return ballot → voter → option, ballots in order of their names, voters in cast order
    private static SequencedMap<String, SequencedMap<String, String>> ballots(Moment moment) {
        var ballots = new TreeMap<String, SequencedMap<String, String>>();
        for (String voter : moment.society().ids()) {
            moment.state().attributes(voter).tailMap(VOTE).forEach((attribute, option) -> {
                if (attribute.startsWith(VOTE) && !option.isEmpty()) {
                    ballots.computeIfAbsent(attribute.substring(VOTE.length()), _ -> new LinkedHashMap<>()).put(voter,
                            option);
                }
            });
        }
        return ballots;
    }

    private static List<Effect> count(String ballot, SequencedMap<String, String> votes, Moment moment) {
        var tally = new TreeMap<String, Integer>();
        votes.values().forEach(option -> tally.merge(option, 1, Integer::sum));
        int most = tally.values().stream().mapToInt(Integer::intValue).max().orElse(0);
        List<String> first = tally.keySet().stream().filter(option -> tally.getOrDefault(option, 0) == most).toList();
        String elected = first.size() == 1 ? first.getFirst() : "nobody";
        var effects = new ArrayList<Effect>();
        effects.add(new Effect.Became(MomentScope.EVERYBODY, "elected " + ballot, elected));
        votes.keySet().forEach(voter -> effects.add(new Effect.Became(voter, VOTE + ballot, "")));
        effects.add(new Effect.Told("", "", List.of(MomentScope.EVERYBODY),
                ballot + ": " + moment.society().name(elected) + " with " + most + " of " + votes.size() + " votes."));
        return effects;
    }
}
