package microcosm.agents;

import java.util.List;
import java.util.Optional;

import microcosm.trace.Effect;
import microcosm.trace.EventId;
import microcosm.worlds.Assertion;

/// One thing a person perceived.
///
/// @param event what was perceived
/// @param from who spoke or did it; empty for the world and the game master
/// @param channel the channel it came by; empty where it was seen, not heard
/// @param text as it reached this person
/// @param claims claims read in what was heard
/// @param effects the effects this person could see: those that concern them, and public ones
/// @param kind what sort of thing it is
public record Perception(EventId event, int step, Kind kind, Optional<String> from, Optional<String> channel,
        String text, List<Assertion> claims, List<Effect> effects) {
    public Perception {
        claims = List.copyOf(claims);
        effects = List.copyOf(effects);
    }

    public enum Kind {
        /// Somebody's words.
        HEARD,
        /// Something that happened, told by the game master.
        SEEN,
        /// The outcome of one's own attempt.
        OUTCOME,
        /// One's own attempt was refused.
        REFUSED,
        /// A notice of an institution or an event of the world.
        NOTICE
    }
}
