package microcosm.worlds;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// Somewhere a person can be; each person is in one place at a time.
///
/// @param reaches place id → steps the way takes, at least 0
public record Place(String id, String name, String description, SequencedMap<String, Integer> reaches, Position at) {
    public Place {
        reaches = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(reaches));
    }

    /// @return its name within a sentence: `the stable` for “The stable”
    public String within() { return name.startsWith("The ") ? "the " + name.substring("The ".length()) : name; }
}
