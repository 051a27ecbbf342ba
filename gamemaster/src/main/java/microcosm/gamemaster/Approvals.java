package microcosm.gamemaster;

import java.util.SequencedMap;
import java.util.TreeMap;

/// What people approve of: any number of options each.
final class Approvals {
    static final String APPROVES = "approves ";

    private Approvals() {}

    /// @return option → how many approve of it, in order of options
    static SequencedMap<String, Integer> counted(String ballot, Moment moment) {
        var votes = new TreeMap<String, Integer>();
        Marks.of(APPROVES, ballot, moment).values()
                .forEach(own -> own.sequencedKeySet().forEach(option -> votes.merge(option, 1, Integer::sum)));
        return votes;
    }
}
