package microcosm.viewer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import microcosm.trace.Event;

/// What people think likely, as a story tells it: as it changes.
final class Opinions {
    private final Names names;
    private final Map<String, Double> credences = new HashMap<>();

    Opinions(Names names) { this.names = names; }

    /// @param beliefs what somebody made of one thing they heard
    /// @param all whether every change is news; otherwise only a claim first heard of, and a mind that was changed
    /// @return claim and credence of each that is news, in order
    List<String> news(List<Event> beliefs, boolean all) {
        var told = new ArrayList<String>();
        for (Event event : beliefs) {
            if (event instanceof Event.Believed believed) {
                double now = believed.credence().doubleValue();
                Double before = credences.put(believed.id().owner() + " " + believed.claim(), now);
                boolean flipped = before != null && (before > 0.5) != (now > 0.5);
                boolean heardOf = before == null && !believed.causes().isEmpty();
                if (flipped || heardOf || all) {
                    told.add("“" + names.claim(believed.claim()) + "” " + percent(now)
                            + (before == null ? "" : ", after " + percent(before)));
                }
            }
        }
        return told;
    }

    private static String percent(double credence) { return Math.round(100 * credence) + " %"; }
}
