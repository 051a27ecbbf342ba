package microcosm.memory;

import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import microcosm.trace.EventId;
import microcosm.worlds.Person;
import microcosm.worlds.World;

import static microcosm.memory.RegimeTest.lived;
import static microcosm.memory.RegimeTest.memory;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Insights, forgetting, and what lies before the first step.
class MindTest {
    @Test
    void an_insight_comes_when_enough_weighs_on_the_mind_and_cites_what_it_rests_on() {
        var memory = memory("full", Map.of("reflect", "2"));

        memory.remember("ada", lived(1, "Tomas promised me grain."));
        memory.remember("ada", lived(2, "Frost lay on the square."));
        memory.remember("ada", lived(3, "Tomas promises Ilse grain too."));
        assertEquals(3, memory.all("ada").size());
        memory.remember("ada", lived(4, "Tomas kept no promise."));

        assertEquals(new Remembrance(new EventId(4, 1, "gm", 1), 4,
                "Much of late is about promise: 3 of 4 memories, the last of them: Tomas kept no promise.", 0.5, false,
                List.of(new EventId(1, 1, "gm", 1), new EventId(3, 1, "gm", 1), new EventId(4, 1, "gm", 1))),
                memory.all("ada").getLast());
    }

    @Test
    void a_full_bounded_memory_folds_what_was_repeated() {
        var memory = memory("bounded", Map.of("limit", "10"));

        for (int step = 1; step <= 11; step++) {
            memory.remember("ada", lived(step, step % 2 == 0 ? "I offer you 3 grain." : "Day " + step + "."));
        }
        for (int step = 12; step <= 16; step++) {
            memory.remember("ada", lived(step, "I offer you 3 grain."));
        }

        var texts = memory.all("ada").stream().map(Remembrance::text).toList();
        assertEquals(List.of("Day 1.", "Day 3.", "Day 5.", "Day 7.", "Day 9.", "Day 11.",
                "I offer you 3 grain. (9 times, steps 2 to 15)", "I offer you 3 grain."), texts);
    }

    @Test
    void a_full_bounded_memory_lets_go_of_what_counts_least() {
        var memory = memory("bounded", Map.of("limit", "10", "clock", "rank", "decay", "0.9"));

        for (int step = 1; step <= 11; step++) {
            memory.remember("ada", new Remembrance(new EventId(step, 1, "gm", 1), step, "Day " + step + ".",
                    step == 1 ? 1 : 0));
        }

        var texts = memory.all("ada").stream().map(Remembrance::text).toList();
        assertEquals(List.of("Day 1.", "Day 4.", "Day 5.", "Day 6.", "Day 7.", "Day 8.", "Day 9.", "Day 10.",
                "Day 11."), texts);
    }

    @Test
    void step_500_finds_no_more_to_look_through_than_step_5() {
        var memory = memory("bounded", Map.of("limit", "50", "reflect", "5"));

        for (int step = 1; step <= 500; step++) {
            for (int i = 0; i < 10; i++) {
                memory.remember("ada", lived(step, "On day " + step + " Tomas said thing " + i + "."));
                assertTrue(memory.all("ada").size() <= 50);
            }
        }
    }

    @Test
    void a_dated_memory_lies_as_many_steps_back_as_its_date_says() {
        var dated = List.of(new Person.DatedMemory("three winters ago", "The mill burned."),
                new Person.DatedMemory("1887", "I was born."), new Person.DatedMemory("yesterday", "It rained."),
                new Person.DatedMemory("", "I like salt."));
        var cast = new EventId(0, 0, "ada", 1);

        var memories = Formative.memories(dated, cast, new World.Clock("week", 5, World.TurnOrder.SHUFFLED, false));

        assertEquals(List.of(new Remembrance(cast, -157, "Three winters ago: The mill burned.", 0.8),
                new Remembrance(cast, 0, "1887: I was born.", 0.8),
                new Remembrance(cast, -1, "Yesterday: It rained.", 0.8), new Remembrance(cast, 0, "I like salt.", 0.8)),
                memories);
    }
}
