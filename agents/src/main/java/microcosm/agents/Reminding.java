package microcosm.agents;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import microcosm.memory.Cue;
import microcosm.memory.Memory;
import microcosm.memory.Recollection;
import microcosm.trace.Event;
import microcosm.trace.EventId;

/// What comes to mind before one speaks: the claims heard in the `recall` memories that come up for whoever spoke last, best first. Only
/// then is memory asked, and only then does the trace get a [Event.Recalled].
///
/// Source: Tversky and Kahneman 1973, Availability, Cognitive Psychology 5, 207–232 (what comes to mind easily is what is used).
final class Reminding {
    static final List<Parameter> PARAMETERS = List.of(
            new Parameter.Amount("recall", 0, 0, 100, "how many memories come up before one passes something on"));

    private final Memory memory;
    private final int limit;
    private final Map<EventId, List<String>> claims = new LinkedHashMap<>();

    Reminding(Persona persona, Traits traits) {
        memory = persona.memory();
        limit = traits.count("recall");
    }

    void hear(Perception perception) {
        if (limit > 0 && !perception.claims().isEmpty()) {
            claims.put(perception.event(), perception.claims().stream().map(c -> c.claim()).distinct().toList());
        }
    }

    /// @param whom name of whoever one has to do with, empty for nobody; asked only if memory is, since in a large society finding it
    ///        costs more than the rest of a turn
    /// @return ids of claims that come to mind, first first
    List<String> claims(String person, Supplier<String> whom, int step, Inner inner) {
        if (limit == 0 || claims.isEmpty()) {
            return List.of();
        }
        String cue = whom.get();
        List<Recollection> up = memory.recall(person, new Cue(cue, step), limit);
        if (up.isEmpty()) {
            return List.of();
        }
        inner.write(id -> CameUp.event(id, cue, up));
        var found = new LinkedHashSet<String>();
        up.forEach(r -> found.addAll(claims.getOrDefault(r.memory().event(), List.of())));
        return List.copyOf(found);
    }
}
