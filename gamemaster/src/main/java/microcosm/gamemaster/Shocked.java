package microcosm.gamemaster;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

import microcosm.agents.Policies;
import microcosm.trace.State;
import microcosm.worlds.Channel;
import microcosm.worlds.Market;
import microcosm.worlds.Person;

/// What interventions have made of a world, read from the state: see [Shocks].
final class Shocked {
    static final String SUBJECT = "intervention";
    static final String AWAY = "away ";
    static final String CHANNEL = "channel ";
    static final String MONITOR = "monitor ";
    static final String PARAPHRASE = "paraphrase ";
    static final String MARKET = "market ";
    static final String POLICY = "policy ";
    static final String FORGOTTEN = "forgotten ";
    static final String FROZEN = "frozen ";
    static final String BELIEF = "belief ";

    private Shocked() {}

    static boolean isAway(String person, State state) { return happened(state) && is(AWAY + person, state); }

    static boolean anybodyAway(State state) {
        return state.attributes(SUBJECT).keySet().stream().anyMatch(name -> name.startsWith(AWAY));
    }

    static boolean isCut(Channel channel, State state) {
        return state.attribute(SUBJECT, CHANNEL + channel.id()).filter("cut"::equals).isPresent();
    }

    static boolean isOpened(Channel channel, State state) {
        return state.attribute(SUBJECT, CHANNEL + channel.id()).filter("open"::equals).isPresent();
    }

    static List<String> monitors(Channel channel, State state) {
        String start = MONITOR + channel.id() + " ";
        return state.attributes(SUBJECT).keySet().stream().filter(name -> name.startsWith(start))
                .map(name -> name.substring(start.length())).toList();
    }

    static boolean isParaphrased(Channel channel, State state) {
        return channel.paraphrase().isPresent() || is(PARAPHRASE + channel.id(), state);
    }

    /// @return the market with the cells that were changed
    static Market changed(Market market, State state) {
        String start = MARKET + market.id() + " ";
        var columns = new LinkedHashMap<>(market.columns());
        state.attributes(SUBJECT).forEach((name, cell) -> {
            if (name.startsWith(start)) {
                columns.put(name.substring(start.length()), cell);
            }
        });
        return columns.equals(market.columns())
                ? market
                : new Market(market.id(), market.name(), market.mechanism(), market.price(), columns, market.at());
    }

    /// @return the policy somebody was made to follow
    static Optional<Person.PolicyCall> policy(String person, State state) {
        return !happened(state)
                ? Optional.empty()
                : state.attribute(SUBJECT, POLICY + person)
                        .map(name -> new Person.PolicyCall(name, new LinkedHashMap<>()));
    }

    static boolean isPolicy(String name) {
        return new Policies().words().stream().anyMatch(word -> word.name().equals(name));
    }

    /// @return the step before which nothing comes up any more; 0 where nothing was wiped
    static int forgotten(String person, State state) {
        return happened(state)
                ? state.attribute(SUBJECT, FORGOTTEN + person).map(Integer::parseInt).orElse(0)
                : 0;
    }

    static boolean isFrozen(String person, State state) { return happened(state) && is(FROZEN + person, state); }

    static boolean isFrozen(String person, String claim, State state) {
        return happened(state) && is(BELIEF + person + " " + claim, state);
    }

    /// Whether there has been any intervention: nearly always there was none, and thousands of people are asked about.
    private static boolean happened(State state) { return !state.attributes(SUBJECT).isEmpty(); }

    private static boolean is(String attribute, State state) {
        return state.attribute(SUBJECT, attribute).filter("yes"::equals).isPresent();
    }
}
