package microcosm.gamemaster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import java.util.function.LongFunction;

import microcosm.agents.Policies;
import microcosm.agents.games.Games;
import microcosm.agents.games.Luck;
import microcosm.agents.games.Meetings;
import microcosm.agents.games.Member;
import microcosm.memory.Memories;
import microcosm.memory.Memory;
import microcosm.models.Embedders;
import microcosm.trace.Seed;
import microcosm.trace.State;
import microcosm.worlds.Market;
import microcosm.worlds.Person;
import microcosm.worlds.World;

/// Plays a world of `encounters` without words and without a trace: as many meetings as the clock has steps, or until all use one word.
final class Pairs {
    private Pairs() {}

    /// @return `meetings`; `sweeps`, meetings for each person; `agreed`, 1 where all use one word and no other; `word`, which, from 1, 0 for none; then the measures of the
    ///         end
    static SequencedMap<String, Double> play(World world, Market market, long seed) {
        var source = new Seed(seed);
        List<Person> people = new Casting(world, source).people();
        SplittableRandom chance = source.stream("rounds/" + market.id(), 0, 0);
        Meetings meetings = meetings(world, market, people, _ -> chance, (_, _) -> chance)
                .play(world.clock().steps());
        var numbers = new LinkedHashMap<String, Double>();
        numbers.put("meetings", (double) meetings.met());
        numbers.put("sweeps", (double) meetings.met() / people.size());
        numbers.put("agreed", meetings.consensus() < 0 ? 0.0 : 1.0);
        numbers.put("word", meetings.consensus() + 1.0);
        var moment = new Moment(world, new Society(people), State.EMPTY, new Standing(), new Past(false), source, 0, 0,
                Optional.empty(), Mechanisms.everybodyKnows(world));
        Rounds.measured(world, moment, numbers);
        return numbers;
    }

    /// @param pairs what draws the pair of a meeting
    /// @param luck of who speaks
    static Meetings meetings(World world, Market market, List<Person> people, LongFunction<SplittableRandom> pairs,
            Luck luck) {
        var members = new ArrayList<Member>();
        try (Memory memory = Memories.open(Optional.empty(), world.clock(), world.memory(),
                Embedders.named(Engine.embedder(world), _ -> {}))) {
            people.forEach(person -> members.add(Policies.member(world, person, memory)));
        }
        return new Meetings(members, (int) Games.number(market, "words", 2), pairs, luck);
    }
}
