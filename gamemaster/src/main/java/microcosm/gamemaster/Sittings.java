package microcosm.gamemaster;

import microcosm.trace.RunRecord;

/// Knows the clock, the host and the cost of a sitting, which no trace may know.
public interface Sittings {
    /// @return this sitting so far; it always began at the same time
    RunRecord.Sitting now();
}
