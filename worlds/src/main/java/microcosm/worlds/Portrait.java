package microcosm.worlds;

import java.util.List;

/// All a world says of one person, channel, rule or other thing it declares, in words.
///
/// @param section under which heading of the format it stands: `People`
/// @param id unique in its section
/// @param subject how sentences speak of it: `Tomas Brandt`, `the square`
/// @param facets those it has and those it could have, in the order they are shown
record Portrait(String section, String id, String subject, List<Facet> facets) {
    Portrait {
        facets = List.copyOf(facets);
    }
}
