package microcosm.agents;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

import microcosm.speech.Intent;
import microcosm.speech.Intent.Deed;
import microcosm.worlds.ActionSpec;
import microcosm.worlds.Place;
import microcosm.worlds.World;

/// Goes to a neighbouring place, any with equal chances, with probability `moves` a turn; says nothing. For testing travel and
/// meetings, and as a floor to compare with.
///
/// Source: Pearson 1905, The Problem of the Random Walk, Nature 72, 294.
final class RandomWalk implements Policy {
    static final List<Parameter> PARAMETERS = List
            .of(new Parameter.Amount("moves", 0.5, 0, 1, "chance of going somewhere, a turn"));

    private final List<Place> places;
    private Repertoire repertoire;
    private final double moves;

    RandomWalk(Persona persona) {
        places = persona.world().things().places();
        repertoire = new Repertoire(persona.world());
        moves = new Traits(persona, PARAMETERS, new LinkedHashMap<>()).amount("moves");
    }

    @Override
    public void live(World world) { repertoire = new Repertoire(world); }

    @Override
    public void observe(Perception perception, Inner inner) {
        // where it is stands in the situation
    }

    @Override
    public Intent decide(ActionSpec spec, Situation situation, Inner inner) {
        SplittableRandom chance = inner.chance("walk");
        List<String> near = situation.place()
                .flatMap(here -> places.stream().filter(p -> p.id().equals(here)).findFirst())
                .map(place -> List.copyOf(place.reaches().keySet())).orElse(List.of());
        List<Deed> deeds = near.isEmpty() || chance.nextDouble() >= moves
                ? Repertoire.idling(situation).stream().toList()
                : repertoire.with("move", situation).flatMap(use -> use.deed(near.get(chance.nextInt(near.size()))))
                        .<Deed>map(deed -> deed).stream().toList();
        return new Intent(deeds, Optional.empty(), Optional.empty());
    }

    @Override
    public double credence(String claim) { return 0.5; }
}
