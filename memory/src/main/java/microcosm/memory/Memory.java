package microcosm.memory;

import java.util.List;

/// What everybody lived through, each person's apart. Additions are visible to the next recall of the same person. Nothing is dropped
/// but what the world's memory regime says: a repeated sentence is a second memory. Different people may be served by different threads
/// at the same time; what comes up never depends on it.
public interface Memory extends AutoCloseable {
    /// Remembers for everybody at once: what is remembered in this name, all share.
    String EVERYBODY = "*";

    /// @param person a person's id, or [#EVERYBODY]
    void remember(String person, Remembrance remembrance);

    /// What comes up, best first; ties in order of event id.
    ///
    /// @param person a person's id; somebody unknown remembers only what all share
    /// @param limit at least 1
    List<Recollection> recall(String person, Cue cue, int limit);

    /// @return everything one person remembers, what all share included, oldest first
    List<Remembrance> all(String person);

    /// Somebody draws insights by themselves and remembers them: from now on none are drawn here.
    default void musesAlone(String person) {}

    /// A step is over: the moment for whatever is paid once per step. Nobody may be remembering or recalling meanwhile.
    void stepped(int step);

    @Override
    void close();
}
