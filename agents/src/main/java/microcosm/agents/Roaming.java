package microcosm.agents;

import java.util.List;
import java.util.Optional;

import microcosm.speech.Intent.Deed;
import microcosm.worlds.Place;
import microcosm.worlds.World;

/// Going somewhere else where there is nothing to take or to pay: with probability `roams` to a neighbouring place, any with equal chances. Nobody
/// roams unless the world says so.
///
/// Source: Pearson 1905, The Problem of the Random Walk, Nature 72, 294.
final class Roaming {
    static final List<Parameter> PARAMETERS = List
            .of(new Parameter.Amount("roams", 0, 0, 1,
                    "chance of going to a neighbouring place before making an offer"));

    private final List<Place> places;
    private final double roams;

    Roaming(World world, Traits traits) {
        places = world.things().places();
        roams = traits.amount("roams");
    }

    Optional<Deed> away(Situation situation, Repertoire repertoire, Inner inner) {
        if (roams == 0) {
            return Optional.empty();
        }
        var chance = inner.chance("roam");
        List<String> near = situation.place()
                .flatMap(here -> places.stream().filter(place -> place.id().equals(here)).findFirst())
                .map(place -> List.copyOf(place.reaches().keySet())).orElse(List.of());
        return near.isEmpty() || chance.nextDouble() >= roams
                ? Optional.empty()
                : repertoire.with("move", situation).flatMap(use -> use.deed(near.get(chance.nextInt(near.size()))))
                        .map(deed -> deed);
    }
}
