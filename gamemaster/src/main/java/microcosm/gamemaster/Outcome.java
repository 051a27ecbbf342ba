package microcosm.gamemaster;

import java.util.Optional;

import microcosm.models.ModelException;
import microcosm.trace.RunFolder;
import microcosm.trace.RunRecord;

/// What came of playing.
///
/// @param already how many steps had been played before
/// @param record as it now stands in `run.json`
/// @param failure why it was not played as far as was asked for: a model could not be reached, or a budget is spent. What was played until
///         then is kept, and the same call continues
public record Outcome(RunFolder folder, int already, RunRecord record, Optional<ModelException> failure) {}
