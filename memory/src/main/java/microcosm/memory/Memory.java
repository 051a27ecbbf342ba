package microcosm.memory;

import java.util.List;

/// What everybody lived through, each person's apart. Additions are visible to the next recall of the same person. Nothing is dropped:
/// a repeated sentence is a second memory. Different people may be served by different threads at the same time.
public interface Memory extends AutoCloseable {
    void remember(String person, Remembrance remembrance);

    /// What comes up, best first; ties in order of event id.
    ///
    /// @param limit at least 1
    List<Recollection> recall(String person, Cue cue, int limit);

    /// @return everything one person remembers, oldest first
    List<Remembrance> all(String person);

    /// A step is over: the moment for whatever is paid once per step.
    void stepped(int step);

    @Override
    void close();
}
