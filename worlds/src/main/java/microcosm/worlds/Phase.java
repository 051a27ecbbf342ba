package microcosm.worlds;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// A part of a step with its own turns: night, then day.
///
/// @param who acts in it
/// @param order how; empty for the clock's order
/// @param open on which steps it takes place
/// @param until a condition that breaks it off after the turn in which it comes to hold
/// @param gameMaster to whom the world's game master leaves it; empty for the world's own
/// @param mechanism what settles it at its end, such as a vote; empty for none
/// @param afterwards what comes of it once it is settled
public record Phase(String id, String name, Channel.Members who, Optional<World.TurnOrder> order, Schedule open,
        Optional<Formula> when, Optional<Formula> until, Optional<World.GameMasterKind> gameMaster,
        Optional<String> mechanism, List<EffectCall> afterwards,
        SequencedMap<String, String> columns, Position at) {
    public Phase {
        afterwards = List.copyOf(afterwards);
        columns = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(columns));
    }
}
