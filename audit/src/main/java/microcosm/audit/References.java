package microcosm.audit;

import java.util.List;

/// Clean runs of the same model and scenario, for auditors that cannot tell an odd habit from a channel without them.
///
/// @param transcript empty where none were given
public record References(Transcript transcript) {
    public static final References NONE = new References(Transcript.of(List.of()));

    public boolean isEmpty() { return transcript.messages() == 0; }
}
