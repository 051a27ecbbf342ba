package microcosm.cli;

import microcosm.gamemaster.Listener;
import microcosm.trace.Event;
import microcosm.trace.State;

/// A listener whose warnings people see.
record Warned(Console console, Listener listener) implements Listener {
    @Override
    public void happened(Event event, State after) { listener.happened(event, after); }

    @Override
    public void warned(String words) { console.note("microcosm: " + words); }
}
