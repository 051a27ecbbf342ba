package microcosm.gamemaster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.BiFunction;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import microcosm.speech.RuleReader;
import microcosm.testing.Seeds;
import microcosm.trace.Event;
import microcosm.trace.EventId;
import microcosm.worlds.World;

import static org.assertj.core.api.Assertions.assertThat;

/// What one person has to themselves reaches others by words and hands, and in no other way: with the reader, the memory and the
/// policies that play everybody's worlds.
@Execution(ExecutionMode.CONCURRENT)
class SecrecyTest {
    private static final BiFunction<String, Integer, Optional<String>> AS_DECIDED = (_, _) -> Optional.empty();

    @Seeds(200)
    void the_secret_of_somebody_who_keeps_still_changes_nobody_elses_life(long seed) { kept(seed); }

    @Tag("slow")
    @Seeds(10_000)
    void the_secret_of_somebody_who_keeps_still_changes_nobody_elses_life_in_ten_thousand_worlds(long seed) {
        kept(seed);
    }

    @Seeds(200)
    void a_secret_changes_nobody_elses_life_until_words_or_hands_carry_it(long seed) { carried(seed); }

    @Tag("slow")
    @Seeds(10_000)
    void a_secret_changes_nobody_elses_life_until_it_is_carried_in_ten_thousand_worlds(long seed) { carried(seed); }

    @Seeds(200)
    void words_to_one_change_nobody_elses_life_until_they_are_carried(long seed) { whispered(seed); }

    @Tag("slow")
    @Seeds(10_000)
    void words_to_one_change_nobody_elses_life_until_they_are_carried_in_ten_thousand_worlds(long seed) {
        whispered(seed);
    }

    private static void kept(long seed) {
        SmallWorld small = SmallWorld.drawn(new SplittableRandom(seed), true);
        try (Played one = played(small.text(), seed, AS_DECIDED);
                Played other = played(small.other(), seed, AS_DECIDED)) {
            for (String person : one.people()) {
                if (!person.equals(small.keeper())) {
                    assertThat(one.life(person)).as("the %s of %s, to %s", small.secret(), small.keeper(), person)
                            .isEqualTo(other.life(person));
                }
            }
            if (small.secret().isSeenByKeeper() && !small.text().contains("memory: none")) {
                assertThat(one.life(small.keeper())).isNotEqualTo(other.life(small.keeper()));
            }
        }
    }

    private static void carried(long seed) {
        SmallWorld small = SmallWorld.drawn(new SplittableRandom(seed), false);
        try (Played one = played(small.text(), seed, AS_DECIDED);
                Played other = played(small.other(), seed, AS_DECIDED)) {
            new Carriage(one.events(), one.lives(), other.events(), other.lives()).follow(small.keeper(), one.people());
        }
    }

    private static void whispered(long seed) {
        var chance = new SplittableRandom(seed);
        SmallWorld small = SmallWorld.drawn(chance, false);
        List<String> people = SmallWorld.read(small.text()).cast().people().stream().map(p -> p.id()).toList();
        String hearer = people.stream().filter(id -> !id.equals(small.keeper())).toList()
                .get(chance.nextInt(people.size() - 1));
        try (Played one = played(small.text(), seed, whisper(small.keeper(), hearer, "the mill will stop"));
                Played other = played(small.text(), seed, whisper(small.keeper(), hearer, "the mill is sound"))) {
            Set<String> reached = new Carriage(one.events(), one.lives(), other.events(), other.lives())
                    .follow(small.keeper(), people);
            assertThat(reached).contains(hearer);
            assertThat(one.life(hearer)).isNotEqualTo(other.life(hearer));
        }
    }

    /// On the second day somebody says something to one person alone.
    private static BiFunction<String, Integer, Optional<String>> whisper(String speaker, String hearer, String claim) {
        String name = Character.toUpperCase(hearer.charAt(0)) + hearer.substring(1);
        return (person, step) -> Optional.of(name + ", " + claim + ".")
                .filter(_ -> person.equals(speaker) && step == 2);
    }

    private record Played(List<Event> events, Lives lives, List<String> people) implements AutoCloseable {
        List<String> life(String person) { return lives.of(person).stream().map(Lives.Lived::what).toList(); }

        @Override
        public void close() { lives.close(); }
    }

    private static Played played(String text, long seed, BiFunction<String, Integer, Optional<String>> words) {
        World world = SmallWorld.read(text);
        var lives = new Lives(world, words);
        var simulation = new Simulation(world,
                new Event.Began(new EventId(0, 0, "gm", 1), world.id(), world.title(), seed, new LinkedHashMap<>()),
                new RulesGameMaster(new RuleReader(world)), lives, 1, Interventions.NONE, Listener.NOBODY);
        var events = new ArrayList<>(simulation.events());
        while (!simulation.over()) {
            simulation.play();
            events.addAll(simulation.events());
        }
        return new Played(events, lives, simulation.society().ids());
    }
}
