package microcosm.gamemaster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedSet;
import java.util.TreeSet;

import microcosm.trace.Effect;
import microcosm.worlds.Market;

/// Ballots on which people mark several options: attributes `KIND BALLOT OPTION` of the voter. A count leaves the attribute of the world `elected BALLOT` and takes the marks away.
final class Marks {
    private Marks() {}

    /// A rule for who is elected.
    interface Rule {
        /// @return the option, and with how much
        Result elected(String ballot);
    }

    record Result(String option, String with) {}

    /// @return voter → option → mark, voters in cast order, options in theirs
    static SequencedMap<String, SequencedMap<String, String>> of(String kind, String ballot, Moment moment) {
        var marks = new LinkedHashMap<String, SequencedMap<String, String>>();
        String start = kind + ballot + " ";
        for (String voter : moment.society().ids()) {
            var own = new LinkedHashMap<String, String>();
            moment.state().attributes(voter).forEach((attribute, mark) -> {
                if (attribute.startsWith(start) && !mark.isEmpty()) {
                    own.put(attribute.substring(start.length()), mark);
                }
            });
            if (!own.isEmpty()) {
                marks.put(voter, own);
            }
        }
        return marks;
    }

    /// Counts the ballots that are declared as markets, or all where none is, in order of their names.
    static List<Effect> counted(String kind, List<Market> markets, Moment moment, Rule rule) {
        var effects = new ArrayList<Effect>();
        for (String ballot : ballots(kind, moment)) {
            if (markets.isEmpty() || markets.stream().anyMatch(market -> market.id().equals(ballot))) {
                Result result = rule.elected(ballot);
                effects.add(new Effect.Became(MomentScope.EVERYBODY, "elected " + ballot, result.option()));
                of(kind, ballot, moment).forEach((voter, own) -> own.sequencedKeySet().forEach(option -> effects
                        .add(new Effect.Became(voter, kind + ballot + " " + option, ""))));
                effects.add(new Effect.Told("", "", List.of(MomentScope.EVERYBODY),
                        ballot + ": " + moment.society().name(result.option()) + " " + result.with() + "."));
            }
        }
        return effects;
    }

    private static SortedSet<String> ballots(String kind, Moment moment) {
        var ballots = new TreeSet<String>();
        for (String voter : moment.society().ids()) {
            moment.state().attributes(voter).forEach((attribute, mark) -> {
                if (attribute.startsWith(kind) && !mark.isEmpty()) {
                    ballots.add(ballot(attribute.substring(kind.length()), moment));
                }
            });
        }
        return ballots;
    }

    /// The ballot of `BALLOT OPTION`: the longest market's id it begins with, or else all but the last word.
    private static String ballot(String both, Moment moment) {
        Optional<String> market = moment.world().dealings().markets().stream().map(Market::id)
                .filter(id -> both.startsWith(id + " ")).max(java.util.Comparator.comparingInt(String::length));
        return market.orElseGet(() -> both.substring(0, Math.max(0, both.lastIndexOf(' '))));
    }

    /// @return one of the options, drawn by seed
    static String drawn(List<String> options, String purpose, Moment moment) {
        return options.get(moment.seed().stream("mechanisms/" + purpose, moment.step(), moment.turn())
                .nextInt(options.size()));
    }
}
