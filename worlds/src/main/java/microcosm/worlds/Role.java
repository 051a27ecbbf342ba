package microcosm.worlds;

import java.util.List;
import java.util.Optional;

/// A part somebody plays, fixed or dealt by seed.
///
/// @param description what everybody knows of the role; public
/// @param count how many are dealt; 0 where it is only given by name
/// @param goal replaces the person's goal while they play it
/// @param knows private prose told to whoever plays it
/// @param sees which roles' players they know: role ids
public record Role(String id, String name, String description, int count, Optional<Formula> goal, List<String> knows,
        List<String> sees, Optional<Person.PolicyCall> policy, Position at) {
    public Role {
        knows = List.copyOf(knows);
        sees = List.copyOf(sees);
    }
}
