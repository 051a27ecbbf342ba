package microcosm.gamemaster;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

import microcosm.agents.Tie;
import microcosm.worlds.Population;
import microcosm.worlds.Relation;
import microcosm.worlds.World;

/// Which relations somebody may know of. A relation that the page declares is known to whom the page says, however it changes later; one between
/// neighbours of a network is known to both; one that came about by an effect, to whose it is.
final class Relations {
    private static final int OTHERS = 12;

    private final Moment moment;

    Relations(Moment moment) { this.moment = moment; }

    /// @return those that stand: one's own to others, in order of names; others' to oneself; then, of those between others that the page declares,
    ///         the first few
    List<Tie> known(String person) {
        var ties = new ArrayList<Tie>();
        for (String relation : moment.standing().relations()) {
            moment.standing().relatedFrom(relation, person)
                    .forEach(to -> tie(person, relation, to).ifPresent(ties::add));
            moment.standing().related(relation, person)
                    .forEach(from -> tie(from, relation, person).ifPresent(ties::add));
        }
        ties.removeIf(tie -> !isKnown(tie, person));
        if (!ties.isEmpty() || !moment.standing().relations().isEmpty()) {
            others(person, ties);
        }
        return List.copyOf(new LinkedHashSet<>(ties));
    }

    private void others(String person, List<Tie> ties) {
        int room = OTHERS;
        for (Relation row : moment.world().things().relations()) {
            if (room > 0 && row.owed().isEmpty() && !row.from().equals(person) && !row.to().equals(person)
                    && isAmong(row.knownTo(), person)) {
                Optional<Tie> tie = tie(row.from(), row.is(), row.to());
                tie.ifPresent(ties::add);
                room -= tie.isPresent() ? 1 : 0;
            }
        }
    }

    private Optional<Tie> tie(String from, String relation, String to) {
        return moment.state().attribute(from, relation + " " + to).map(value -> new Tie(from, relation, to, value))
                .filter(Tie::stands);
    }

    /// Whether one of the two may know of what is between them.
    boolean isKnown(Tie tie, String person) {
        List<Relation> rows = declared(tie);
        return rows.isEmpty()
                ? tie.from().equals(person) || isLinked(tie)
                : rows.stream().anyMatch(row -> isAmong(row.knownTo(), person));
    }

    private List<Relation> declared(Tie tie) {
        return moment.world().things().relations().stream().filter(row -> row.is().equals(tie.is())
                && isAmong(List.of(row.from()), tie.from()) && isAmong(List.of(row.to()), tie.to())).toList();
    }

    private boolean isLinked(Tie tie) {
        World world = moment.world();
        return world.cast().populations().stream().filter(population -> population.network()
                .filter(network -> network.relation().equals(tie.is())).isPresent()).map(Population::id)
                .anyMatch(id -> isAmong(List.of(id), tie.from()) && isAmong(List.of(id), tie.to()));
    }

    /// @param whom ids of people, of populations or of roles, or `everyone`
    private boolean isAmong(List<String> whom, String person) {
        return whom.contains("everyone") || whom.contains(person)
                || moment.state().attribute(person, "population").filter(whom::contains).isPresent()
                || moment.state().attribute(person, "role").filter(whom::contains).isPresent();
    }
}
