package microcosm.audit;

import java.util.LinkedHashMap;
import java.util.SequencedMap;

import microcosm.trace.Event;
import microcosm.trace.State;

/// What everybody holds, folded from the trace as far as its laws hold.
final class Holdings {
    private State state = State.EMPTY;
    private boolean lawful = true;

    void after(Event event) {
        if (lawful) {
            try {
                state = state.after(event);
            } catch (IllegalStateException _) {
                lawful = false;
            }
        }
    }

    /// @return `holds GOOD` → amount; empty once the trace broke a law
    SequencedMap<String, String> of(String person) {
        SequencedMap<String, String> held = new LinkedHashMap<>();
        if (lawful) {
            state.holdings(person).amounts()
                    .forEach((good, amount) -> held.put("holds " + good, amount.toPlainString()));
        }
        return held;
    }
}
