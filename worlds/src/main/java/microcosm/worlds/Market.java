package microcosm.worlds;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/// Where a mechanism settles what many do at once.
///
/// @param mechanism its name in the vocabulary: `cournot`
/// @param price inverse demand in the mechanism's own terms
/// @param columns further columns of the row, and bullets under the table: name → cell
public record Market(String id, String name, String mechanism, Optional<Formula> price,
        SequencedMap<String, String> columns, Position at) {
    public Market {
        columns = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(columns));
    }
}
