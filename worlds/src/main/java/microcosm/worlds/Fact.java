package microcosm.worlds;

import java.util.List;

/// Something that is so in the world and can be established, changed or made known.
///
/// @param knownTo `everyone`, `nobody`, or person and role ids
public record Fact(String id, String title, String text, List<String> knownTo, Position at) {
    public Fact {
        knownTo = List.copyOf(knownTo);
    }
}
