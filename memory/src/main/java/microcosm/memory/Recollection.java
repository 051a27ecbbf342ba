package microcosm.memory;

import microcosm.trace.Explanation;

/// A memory that came up.
///
/// @param why the score it came up with, and what the score is made of
public record Recollection(Remembrance memory, Explanation why) {
    public double score() { return why.value(); }
}
