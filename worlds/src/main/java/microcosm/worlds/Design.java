package microcosm.worlds;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// The experiment.
///
/// @param factors parameter → its levels
/// @param replicates runs per cell, at least 1
/// @param pairedSeeds whether replicate k has the same seed in every cell
/// @param primary the comparison declared in advance, as written
public record Design(SequencedMap<String, List<String>> factors, int replicates, boolean pairedSeeds,
        Optional<String> primary, List<String> baselines, Position at) {
    public Design {
        factors = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(factors));
        baselines = List.copyOf(baselines);
    }
}
