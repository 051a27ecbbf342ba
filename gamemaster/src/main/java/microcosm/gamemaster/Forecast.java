package microcosm.gamemaster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

import microcosm.models.Estimate;
import microcosm.models.ModelSpec;
import microcosm.models.Prices;
import microcosm.trace.Seed;
import microcosm.worlds.Channel;
import microcosm.worlds.Oversight;
import microcosm.worlds.Person;
import microcosm.worlds.Population;
import microcosm.worlds.World;

/// What playing a world would ask of models, guessed before it is played: everybody acts in every phase, everybody is asked every probe, the
/// game master is asked once a place and phase; whoever may use tools asks one of them a turn, and an overseer looks at every draft; of
/// people a model writes,
/// each question may be put a second time. Prompts and replies are taken to be as long as those of the shipped worlds usually are;
/// see `microcosm bench society` for what they are.
public final class Forecast {
    private static final long PROMPT_CHARACTERS = 4_000;
    private static final long REPLY_TOKENS = 150;
    /// Of one life and one wish, as a model writes them.
    private static final long LIFE_TOKENS = 80;

    private Forecast() {}

    /// @param steps how far it is to be played, from the start
    public static Estimate of(World world, Minds minds, long seed, int steps, Prices prices) {
        List<Person> people = new Casting(world, new Seed(seed)).people();
        long turns = 0;
        long probes = 0;
        int last = world.clock().steps();
        for (int step = 1; step <= Math.min(steps, last); step++) {
            int now = step;
            var phases = world.dealings().phases();
            turns += phases.isEmpty() ? 1 : phases.stream().filter(phase -> phase.open().covers(now, last)).count();
            probes += world.watch().probes().stream().filter(probe -> probe.schedule().covers(now, last)).count();
        }
        var calls = new LinkedHashMap<ModelSpec, Long>();
        for (Person person : people) {
            long asked = turns * (1 + tools(person, world) + reviewed(person, people, world)) + probes
                    + Math.min(1, person.formative());
            minds.of(person).ifPresent(model -> calls.merge(model, asked, Long::sum));
        }
        long scenes = turns * Math.max(1, world.things().places().size());
        minds.gameMaster().ifPresent(model -> calls.merge(model, scenes, Long::sum));
        var parts = new ArrayList<Estimate.Part>();
        calls.forEach((model, times) -> parts
                .add(new Estimate.Part(model, times, 0, Estimate.tokens(PROMPT_CHARACTERS), REPLY_TOKENS)));
        world.cast().populations()
                .forEach(
                        population -> minds.author(population).ifPresent(model -> parts.add(lives(model, population))));
        return Estimate.of(parts, prices);
    }

    /// Those of whom nothing could stand are asked for once more; as many questions may come on top.
    private static Estimate.Part lives(ModelSpec model, Population population) {
        long questions = Biographer.questions(population);
        return new Estimate.Part(model, questions, (Biographer.TIMES - 1) * questions,
                Estimate.tokens(PROMPT_CHARACTERS), LIFE_TOKENS * Math.min(population.count(), Biographer.AT_ONCE));
    }

    private static long tools(Person person, World world) {
        return world.dealings().tools().stream().anyMatch(tool -> tool.isFor(person)) ? 1 : 0;
    }

    /// @return how many people have to show somebody their drafts, each counted once
    private static long reviewed(Person overseer, List<Person> people, World world) {
        List<Oversight> own = world.dealings().oversight().stream()
                .filter(row -> row.overseer().equals(overseer.id())).toList();
        return people.stream().filter(person -> !person.id().equals(overseer.id())
                && own.stream().anyMatch(row -> answers(person, row.of()))).count();
    }

    /// Whoever might be one of these; who stands in a relation, or fulfils a condition, is known only in play.
    private static boolean answers(Person person, Channel.Members of) {
        return switch (of) {
            case Channel.Members.Addressee() -> false;
            case Channel.Members.Named(List<String> ids) -> ids.contains(person.id())
                    || person.role().filter(ids::contains).isPresent()
                    || ids.contains(person.options().getOrDefault("population", ""));
            case Channel.Members.Everyone _,Channel.Members.SamePlace _,Channel.Members.Related _,Channel.Members.Where _ ->
                true;
        };
    }
}
