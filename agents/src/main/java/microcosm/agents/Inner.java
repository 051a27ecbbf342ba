package microcosm.agents;

import java.util.function.Function;

import microcosm.trace.Event;
import microcosm.trace.EventId;

/// Where an agent writes what goes on inside it, so that the trace can say so: memories that came up, credences that changed, replies
/// of its model.
public interface Inner {
    /// Writes one event of this person's.
    ///
    /// @param event given the id it is to have
    /// @return the id it got
    EventId write(Function<EventId, Event> event);

    /// Whether somebody from outside holds what this person thinks of a claim where it is.
    default boolean isFrozen(String claim) { return false; }

    /// @return a generator for this person, this turn and this purpose
    java.util.SplittableRandom chance(String purpose);
}
