package microcosm.gamemaster;

import java.util.List;

import microcosm.trace.Event;

/// Where a run is written down.
public interface Ledger {
    /// Takes in one step's events, ending with [Event.Stepped] or [Event.Ended]; they are safe when this returns.
    void append(List<Event> step);
}
