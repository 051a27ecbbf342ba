package microcosm.gamemaster;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import microcosm.models.LanguageModel;
import microcosm.trace.Effect;
import microcosm.trace.Event;
import microcosm.trace.EventId;
import microcosm.trace.EventIds;
import microcosm.trace.Seed;
import microcosm.trace.State;
import microcosm.worlds.Person;
import microcosm.worlds.Population;
import microcosm.worlds.World;

/// What a model writes of people before the run begins, population by population.
final class Biographies {
    private Biographies() {}

    /// Has everybody written whom the world leaves to a model, if there is one.
    ///
    /// @return the replies, and what was refused of them, in order; owned by `gm@POPULATION`
    static List<Event> written(Casting casting, World world, Seed seed, Authors authors) {
        var events = new ArrayList<Event>();
        for (Population population : world.cast().populations()) {
            Optional<LanguageModel> model = population.written() ? authors.of(population) : Optional.empty();
            if (model.isEmpty()) {
                continue;
            }
            Moment moment = moment(casting, world, seed);
            String owner = EventId.GAME_MASTER + "@" + population.id();
            var notes = new Notes(owner, new EventIds(0, 0, owner), moment);
            List<Person> people = casting.of(population);
            List<String> others = casting.people().stream().filter(person -> !people.contains(person))
                    .map(Person::name).toList();
            casting.become(new Biographer(model.get(), authors.templates(), moment, notes).written(population, people,
                    others));
            events.addAll(notes.events());
        }
        return events;
    }

    /// What is so before anything has happened, with everybody as they are by now.
    private static Moment moment(Casting casting, World world, Seed seed) {
        State state = State.EMPTY;
        for (Event.Cast cast : casting.events()) {
            state = state.after(cast);
        }
        for (List<Effect> effects : casting.beginning()) {
            for (Effect effect : effects) {
                state = state.after(effect);
            }
        }
        return new Moment(world, new Society(casting.people()), state, new Standing(), new Past(false), seed, 0, 0,
                Optional.empty(), Mechanisms.everybodyKnows(world));
    }
}
