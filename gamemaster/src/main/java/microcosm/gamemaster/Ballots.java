package microcosm.gamemaster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

import microcosm.trace.Effect;
import microcosm.worlds.Market;

/// Ballots in which somebody has voted, and what is counted in them. A count leaves the attribute of the world `elected BALLOT`, the
/// option or `nobody`, and empties the ballot. Who voted for what stays secret.
final class Ballots {
    /// Elected where nobody is.
    static final String NOBODY = "nobody";

    static final String VOTE = "vote ";

    private Ballots() {}

    /// How many votes each option has.
    ///
    /// @param votes option → votes, in order of options; never empty
    /// @param cast all of them together, at least 1
    record Tally(String ballot, SequencedMap<String, Integer> votes, int cast) {
        /// @return what is first, in order of options; more than one in a tie
        List<String> first() {
            int most = most();
            return votes.entrySet().stream().filter(option -> option.getValue() == most).map(option -> option.getKey())
                    .toList();
        }

        int most() { return votes.values().stream().mapToInt(Integer::intValue).max().orElse(0); }
    }

    /// A rule for who is elected.
    interface Rule {
        String elected(Tally tally);
    }

    /// Counts the ballots that are declared as markets, or all where none is.
    static List<Effect> counted(List<Market> markets, Moment moment, Rule rule) {
        var effects = new ArrayList<Effect>();
        ballots(moment).forEach((ballot, votes) -> {
            if (markets.isEmpty() || markets.stream().anyMatch(market -> market.id().equals(ballot))) {
                effects.addAll(count(ballot, votes, moment, rule));
            }
        });
        return effects;
    }

    /// @return how a ballot stands that is not counted yet; empty where nobody has voted in it
    static Optional<Tally> tally(String ballot, Moment moment) {
        var byOption = new TreeMap<String, Integer>();
        int cast = 0;
        for (String voter : moment.society().ids()) {
            String option = moment.state().attribute(voter, VOTE + ballot).orElse("");
            if (!option.isEmpty()) {
                byOption.merge(option, 1, Integer::sum);
                cast++;
            }
        }
        return cast == 0 ? Optional.empty() : Optional.of(new Tally(ballot, byOption, cast));
    }

    /// @return ids of those who voted for an option in a ballot that is not counted yet, in cast order
    static List<String> voters(String ballot, String option, Moment moment) {
        return moment.society().ids().stream()
                .filter(voter -> moment.state().attribute(voter, VOTE + ballot).filter(option::equals).isPresent())
                .toList();
    }

    /// @return ballot → voter → option, ballots in order of their names, voters in cast order
    private static SequencedMap<String, SequencedMap<String, String>> ballots(Moment moment) {
        var ballots = new TreeMap<String, SequencedMap<String, String>>();
        for (String voter : moment.society().ids()) {
            moment.state().attributes(voter).forEach((attribute, option) -> {
                if (attribute.startsWith(VOTE) && !option.isEmpty()) {
                    ballots.computeIfAbsent(attribute.substring(VOTE.length()), _ -> new LinkedHashMap<>()).put(voter,
                            option);
                }
            });
        }
        return ballots;
    }

    private static List<Effect> count(String ballot, SequencedMap<String, String> votes, Moment moment, Rule rule) {
        var byOption = new TreeMap<String, Integer>();
        votes.values().forEach(option -> byOption.merge(option, 1, Integer::sum));
        var tally = new Tally(ballot, byOption, votes.size());
        String elected = rule.elected(tally);
        var effects = new ArrayList<Effect>();
        effects.add(new Effect.Became(MomentScope.EVERYBODY, "elected " + ballot, elected));
        votes.keySet().forEach(voter -> effects.add(new Effect.Became(voter, VOTE + ballot, "")));
        effects.add(new Effect.Told("", "", List.of(MomentScope.EVERYBODY), ballot + ": "
                + moment.society().name(elected) + " with " + tally.most() + " of " + tally.cast() + " votes."));
        return effects;
    }
}
