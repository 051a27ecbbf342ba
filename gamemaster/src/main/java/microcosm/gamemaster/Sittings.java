package microcosm.gamemaster;

import java.util.Optional;

import microcosm.trace.RunRecord;
import microcosm.trace.Signer;

/// Knows the clock, the host and the cost of a sitting, which no trace may know.
public interface Sittings {
    /// @return this sitting so far; it always began at the same time
    RunRecord.Sitting now();

    /// @return who signs the log as this sitting leaves it, the same each time; empty where nobody does
    default Optional<Signer> signer() { return Optional.empty(); }
}
