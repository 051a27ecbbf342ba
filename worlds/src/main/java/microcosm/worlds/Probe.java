package microcosm.worlds;

import java.util.Optional;

/// A question put on the side; answering it changes nothing.
///
/// @param about id of the claim it asks about; empty for none
/// @param offTheRecord whether nobody else ever learns the answer
public record Probe(String id, String name, Optional<String> about, Channel.Members ask, Schedule schedule,
        boolean offTheRecord, ActionSpec question, Position at) {}
