package microcosm.agents;

import java.util.List;
import java.util.function.Function;

import microcosm.trace.Event;
import microcosm.trace.EventId;

/// Where an agent writes what goes on inside it, so that the trace can say so: memories that came up, credences that changed, replies
/// of its model; and where it uses a tool in the middle of a turn.
public interface Inner {
    /// Writes one event of this person's.
    ///
    /// @param event given the id it is to have
    /// @return the id it got
    EventId write(Function<EventId, Event> event);

    /// Whether somebody from outside holds what this person thinks of a claim where it is.
    default boolean isFrozen(String claim) { return false; }

    /// By which event each thing this person is shown came to stand as it does.
    default Origins origins() { return Origins.NONE; }

    /// @return a generator for this person, this turn and this purpose
    java.util.SplittableRandom chance(String purpose);

    /// Asks a tool, and writes down what it gave. Nobody else learns of it.
    ///
    /// @param tool id of one of the world's tools
    /// @param causes events the question follows from
    /// @return what it gave, or why it gave nothing
    default Found use(String tool, String question, List<EventId> causes) {
        String why = "There is no tool here.";
        return new Found(write(id -> new Event.Refused(id, causes, tool, why)), false, why);
    }

    /// @param event in which it is written
    /// @param answered whether the tool had an answer
    /// @param text the answer, or why there is none
    record Found(EventId event, boolean answered, String text) {}
}
