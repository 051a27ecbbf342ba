package microcosm.trace;

import java.util.List;

/// A fact that has been established.
///
/// @param knownTo person ids; `*` alone for everybody
public record KnownFact(String id, String text, List<String> knownTo) {
    public KnownFact {
        knownTo = List.copyOf(knownTo);
    }
}
