package microcosm.worlds;

import java.util.List;

/// What stands between two people.
///
/// @param is the relation's name: `friend`, `follows`; `owes` for a debt
/// @param owed what is owed; empty unless `is` is `owes`
/// @param knownTo `everyone`, `nobody`, or person ids
public record Relation(String from, String to, String is, Bundle owed, List<String> knownTo, Position at) {
    public Relation {
        knownTo = List.copyOf(knownTo);
    }
}
