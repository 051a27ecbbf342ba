package microcosm.agents;

import java.util.Optional;

/// What somebody may know of one market.
///
/// @param market its id, which stands after the name of each attribute
record Known(Situation situation, String market) {
    private static final String WORLD = "*";

    /// @return an attribute of a person; empty where it is not known
    Optional<String> of(String subject, String attribute) {
        return situation.known(subject, attribute + " " + market).filter(text -> !text.isEmpty());
    }

    /// @return an attribute of the world
    Optional<String> world(String attribute) { return of(WORLD, attribute); }

    Optional<Double> number(String subject, String attribute) { return of(subject, attribute).map(Double::valueOf); }
}
