package microcosm.memory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import microcosm.models.Embedder;
import microcosm.models.HashedEmbedder;
import microcosm.models.ModelException;
import microcosm.worlds.World;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Memories go into the index beside the steps, and nobody can tell when.
class FilingTest {
    @TempDir
    Path run;

    @Test
    void nobody_can_tell_when_memories_go_into_the_index() {
        for (String keep : List.of("full", "last", "bounded")) {
            var options = keep.equals("full")
                    ? Map.of("preset", "park", "text", "1")
                    : Map.of("last", "23", "limit", "23", "reflect", "3");
            var late = new ArrayDeque<Runnable>();
            try (var prompt = Dozen.memory(Optional.empty(), 100, keep, options, Runnable::run);
                    var slow = Dozen.memory(Optional.empty(), 100, keep, options, late::add)) {
                int begun = 0;
                for (int step = 1; step <= 30; step++) {
                    Dozen.live(prompt, step);
                    // As a second batch would have to wait, the first is done before it is due.
                    if (step % 2 == 0 && !late.isEmpty()) {
                        late.remove().run();
                        begun++;
                    }
                    Dozen.live(slow, step);
                    assertEquals(Dozen.asked(prompt), Dozen.asked(slow), keep + ", step " + step);
                    assertEquals(prompt.all("person-3"), slow.all("person-3"));
                }
                assertTrue(begun > 3, keep + ": " + begun + " batches");
                late.forEach(Runnable::run);
            }
        }
    }

    @Test
    void what_is_forgotten_on_its_way_is_forgotten_in_the_index() throws IOException {
        var late = new ArrayDeque<Runnable>();
        var closing = new AtomicBoolean();
        List<List<Recollection>> expected;
        try (var memory = Dozen.memory(Optional.of(run), 100, "last", Map.of("last", "23"),
                task -> {
                    if (closing.get()) {
                        task.run();
                    } else {
                        late.add(task);
                    }
                })) {
            for (int step = 1; step <= 30; step++) {
                if (step % 2 == 0 && !late.isEmpty()) {
                    late.remove().run();
                }
                Dozen.live(memory, step);
            }
            expected = Dozen.asked(memory);
            late.forEach(Runnable::run);
            closing.set(true);
        }

        var regime = new World.MemoryRegime("last", new LinkedHashMap<>(Map.of("last", "23")));
        try (var memory = Memories.restored(run, Dozen.DAYS, regime, new HashedEmbedder(), new RuleReflection(),
                warning -> assertEquals("", warning), again -> assertEquals("whole", "made again"))) {
            assertEquals(expected, Dozen.asked(memory));
        }
    }

    @Test
    void a_step_waits_when_twice_as_much_as_a_tail_is_fresh() throws InterruptedException {
        var started = new ArrayDeque<Thread>();
        try (var memory = Dozen.memory(Optional.empty(), 100, "full", Map.of(),
                task -> started.add(Thread.startVirtualThread(task)))) {
            Dozen.live(memory);
        }

        assertTrue(started.size() >= 10, started.size() + " batches for 1,440 memories");
        for (Thread one : started) {
            assertTrue(one.join(Duration.ofSeconds(10)), "still at it after the memories are closed");
        }
    }

    @Test
    void what_fails_beside_the_steps_stops_them_and_leaves_no_index() throws IOException {
        var settings = Settings.of(new World.MemoryRegime("full", new LinkedHashMap<>()), Dozen.DAYS);
        var memory = new LuceneMemory(settings, new Vectors(new Down(), Optional.empty()), new RuleReflection(),
                IndexHome.of(Optional.of(run), settings, "down"), 100, Runnable::run);

        var failure = assertThrows(ModelException.class, () -> Dozen.live(memory));
        memory.close();

        assertEquals("the embedder is down", failure.getMessage());
        try (var files = Files.list(run.resolve("index"))) {
            assertTrue(files.noneMatch(file -> file.getFileName().toString().startsWith("segments")));
        }
    }

    @Test
    void where_the_last_memories_get_no_vector_the_run_ends_as_usual_and_leaves_no_index() throws IOException {
        var settings = Settings.of(new World.MemoryRegime("full", new LinkedHashMap<>()), Dozen.DAYS);
        var left = new AtomicInteger(1000);
        var memory = new LuceneMemory(settings, new Vectors(new Down() {
            @Override
            public float[] vector(String text) {
                return left.getAndDecrement() > 0 ? new float[8] : super.vector(text);
            }
        }, Optional.empty()), new RuleReflection(), IndexHome.of(Optional.of(run), settings, "down"), 900,
                Runnable::run);
        Dozen.live(memory);
        memory.close();

        assertTrue(left.get() < 0, "the rest was asked for");
        try (var files = Files.list(run.resolve("index"))) {
            assertTrue(files.noneMatch(file -> file.getFileName().toString().startsWith("segments")));
        }
    }

    private static class Down implements Embedder {
        @Override
        public String name() { return "down"; }

        @Override
        public int dimensions() { return 8; }

        @Override
        public boolean exact() { return true; }

        @Override
        public float[] vector(String text) { throw new ModelException("the embedder is down", true); }
    }
}
