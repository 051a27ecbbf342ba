package microcosm.worlds;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/// A part of a step with its own turns: night, then day.
///
/// @param who acts in it
/// @param order how; empty for the clock's order
/// @param open on which steps it takes place
/// @param mechanism what settles it at its end, such as a vote; empty for none
public record Phase(String id, String name, Channel.Members who, Optional<World.TurnOrder> order, Schedule open,
        Optional<Formula> when, Optional<String> mechanism, SequencedMap<String, String> columns, Position at) {
    public Phase {
        columns = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(columns));
    }
}
