package microcosm.gamemaster;

import microcosm.trace.RunFolder;
import microcosm.trace.RunRecord;

/// What came of playing.
///
/// @param already how many steps had been played before
/// @param record as it now stands in `run.json`
public record Outcome(RunFolder folder, int already, RunRecord record) {}
