package microcosm.viewer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import microcosm.trace.Effect;
import microcosm.trace.Event;
import microcosm.trace.EventId;

/// Which channel carried what somebody said in one turn, and to whom.
final class Carried {
    private final Map<EventId, Effect.Told> carried = new HashMap<>();

    /// @param turn its events, in order; what was known of the turn before is let go
    void note(List<Event> turn) {
        carried.clear();
        var words = new HashMap<EventId, EventId>();
        for (Event event : turn) {
            if (event instanceof Event.Read read) {
                // What a game master read once more, it read in words that had been read before.
                read.causes().stream().findFirst()
                        .ifPresent(cause -> words.put(read.id(), words.getOrDefault(cause, cause)));
            } else if (event instanceof Event.Resolved resolved) {
                for (Effect effect : resolved.effects()) {
                    if (effect instanceof Effect.Told told && !told.from().isEmpty()) {
                        resolved.causes().forEach(cause -> carried.putIfAbsent(words.getOrDefault(cause, cause), told));
                    }
                }
            }
        }
    }

    /// @return the first way in which their words went out; empty where they went nowhere
    Optional<Effect.Told> of(Event.Acted acted) { return Optional.ofNullable(carried.get(acted.id())); }

    static String place(Effect.Told told) { return told.channel().isEmpty() ? "aside" : told.channel(); }
}
