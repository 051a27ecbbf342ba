package microcosm.memory;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import microcosm.models.HashedEmbedder;
import microcosm.trace.EventId;
import microcosm.worlds.World;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

class RegimeTest {
    private static final World.Clock DAYS = new World.Clock("day", 12, World.TurnOrder.SHUFFLED, false);

    static Memory memory(String keep, Map<String, String> options) {
        return Memories.open(Optional.empty(), DAYS, new World.MemoryRegime(keep, new LinkedHashMap<>(options)),
                new HashedEmbedder());
    }

    static Remembrance lived(int step, String text) {
        return new Remembrance(new EventId(step, 1, "gm", 1), step, text, 0.5);
    }

    static List<String> texts(List<Recollection> recollections) {
        return recollections.stream().map(one -> one.memory().text()).toList();
    }

    @Test
    void without_memory_nothing_comes_up() {
        var memory = memory("none", Map.of());

        memory.remember("ada", lived(1, "The mill stopped."));

        assertEquals(List.of(), memory.recall("ada", new Cue("mill", 1), 5));
        assertEquals(List.of(), memory.all("ada"));
    }

    @Test
    void of_the_last_two_the_third_before_is_gone() {
        var memory = memory("last", Map.of("last", "2"));

        for (int step = 1; step <= 3; step++) {
            memory.remember("ada", lived(step, "Day " + step + "."));
        }

        assertEquals(List.of("Day 3.", "Day 2."), texts(memory.recall("ada", new Cue("", 3), 5)));
    }

    @Test
    void a_repeated_sentence_is_a_second_memory() {
        var memory = memory("full", Map.of());

        memory.remember("ada", lived(1, "I offer you 3 grain."));
        memory.remember("ada", lived(2, "I offer you 3 grain."));

        assertEquals(2, memory.recall("ada", new Cue("grain", 2), 5).size());
    }

    @Test
    void nobody_recalls_what_somebody_else_lived_through_unless_all_share_it() {
        var memory = memory("full", Map.of());

        memory.remember("ada", lived(1, "I hid the salt."));
        memory.remember(Memory.EVERYBODY, lived(1, "The salt tax is two coins."));

        assertEquals(List.of("The salt tax is two coins."), texts(memory.recall("bo", new Cue("salt", 1), 5)));
        assertEquals(2, memory.recall("ada", new Cue("salt", 1), 5).size());
    }

    @Test
    void an_unknown_option_is_named_with_those_there_are() {
        var problem = assertThrows(IllegalArgumentException.class, () -> memory("full", Map.of("decai", "0.9")));

        assertEquals("unknown memory option \"decai\"; known here: " + String.join(", ", Settings.OPTIONS),
                problem.getMessage());
    }
}
