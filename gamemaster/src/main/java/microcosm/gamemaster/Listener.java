package microcosm.gamemaster;

import microcosm.trace.Event;
import microcosm.trace.State;

/// Watches a run, event by event, in the order of the trace. The run does not know that it is watched.
public interface Listener {
    Listener NOBODY = (_, _) -> {};

    /// @param after the state once it has happened
    void happened(Event event, State after);

    /// Something that was kept cannot be used and is made again.
    ///
    /// @param words what, for people
    default void warned(String words) {}
}
