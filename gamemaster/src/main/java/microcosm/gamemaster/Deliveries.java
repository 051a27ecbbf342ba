package microcosm.gamemaster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

import microcosm.trace.Effect;
import microcosm.trace.EventId;
import microcosm.worlds.Assertion;

/// Words under way, by the step they are due. Kept beside [microcosm.trace.State], which holds the words, so that a delivery can name
/// the event that sent it.
final class Deliveries {
    /// What a delivery is called in the trace.
    static final String WHAT = "delivery";

    private final SequencedMap<Integer, List<Parcel>> due = new LinkedHashMap<>();

    /// @param sent the event that sent it
    record Parcel(EventId sent, Effect.Sent words, List<Assertion> claims) {}

    void add(Parcel parcel) { due.computeIfAbsent(parcel.words().due(), _ -> new ArrayList<>()).add(parcel); }

    /// @return what is to be told at this step, in the order it was sent; it is under way no longer
    List<Parcel> take(int step) {
        List<Parcel> parcels = due.remove(step);
        return parcels == null ? List.of() : parcels;
    }
}
