package microcosm.memory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import microcosm.models.HashedEmbedder;
import microcosm.trace.EventId;
import microcosm.trace.Explanation;
import microcosm.worlds.World;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What comes up does not depend on where it is read from.
class IndexTest {
    private static final World.Clock DAYS = new World.Clock("day", 12, World.TurnOrder.SHUFFLED, false);
    private static final List<String> WORDS = List.of("mill", "salt", "grain", "debt", "frost", "race", "market",
            "promise", "coin", "winter", "Tomas", "Ilse", "cracked", "mended", "sound", "stopped");
    private static final List<String> PEOPLE = IntStream.range(0, 12).mapToObj(i -> "person-" + i).toList();

    @TempDir
    Path run;

    private static LuceneMemory memory(Optional<Path> run, int tail, String keep, Map<String, String> options) {
        var settings = Settings.of(new World.MemoryRegime(keep, new LinkedHashMap<>(options)), DAYS);
        var embedder = new HashedEmbedder();
        return new LuceneMemory(settings, new Vectors(embedder, Optional.empty()), new RuleReflection(),
                IndexHome.of(run, settings, embedder.name()), tail);
    }

    private static String sentence(SplittableRandom chance) {
        var words = new ArrayList<String>();
        for (int i = 0; i < 5; i++) {
            words.add(WORDS.get(chance.nextInt(WORDS.size())));
        }
        return String.join(" ", words) + ".";
    }

    private static void live(Memory memory, String person, int steps) {
        var chance = new SplittableRandom(person.hashCode());
        for (int step = 1; step <= steps; step++) {
            for (int i = 1; i <= 4; i++) {
                memory.remember(person, new Remembrance(new EventId(step, 1, person, i), step, sentence(chance),
                        chance.nextInt(11) / 10.0));
            }
        }
    }

    private static void live(Memory memory) {
        for (int step = 1; step <= 30; step++) {
            for (String person : PEOPLE) {
                var chance = new SplittableRandom(person.hashCode() * 31L + step);
                for (int i = 1; i <= 4; i++) {
                    memory.remember(person, new Remembrance(new EventId(step, 1, person, i), step, sentence(chance),
                            chance.nextInt(11) / 10.0));
                }
            }
            if (step % 7 == 0) {
                memory.remember(Memory.EVERYBODY, new Remembrance(new EventId(step, 0, "gm", 1), step,
                        "The salt market is open.", 0.5));
            }
            memory.stepped(step);
        }
    }

    private static List<List<Recollection>> asked(Memory memory) {
        var answers = new ArrayList<List<Recollection>>();
        for (String person : PEOPLE) {
            for (String cue : List.of("Is the mill sound?", "salt debt of Tomas", "")) {
                answers.add(memory.recall(person, new Cue(cue, 30, true), 10));
            }
        }
        return answers;
    }

    @Test
    void scores_and_reasons_are_the_same_to_the_bit_in_every_state_of_the_index() {
        for (Map<String, String> options : List.of(Map.of("preset", "balanced"), Map.of("preset", "park"),
                Map.of("preset", "govsim", "text", "1"))) {
            var heap = memory(Optional.empty(), Integer.MAX_VALUE, "full", options);
            live(heap);
            var expected = asked(heap);
            for (int tail : new int[]{0, 37, 500}) {
                try (var indexed = memory(Optional.empty(), tail, "full", options)) {
                    live(indexed);
                    assertEquals(expected, asked(indexed), options + " with a tail of " + tail);
                }
            }
        }
    }

    @Test
    void what_is_forgotten_is_forgotten_in_every_state_of_the_index() {
        for (String keep : List.of("last", "bounded")) {
            var options = Map.of(keep.equals("last") ? "last" : "limit", "23", "reflect", "3");
            var heap = memory(Optional.empty(), Integer.MAX_VALUE, keep, options);
            live(heap);
            for (int tail : new int[]{0, 37, 200}) {
                try (var indexed = memory(Optional.empty(), tail, keep, options)) {
                    live(indexed);
                    assertEquals(asked(heap), asked(indexed), keep + " with a tail of " + tail);
                    assertEquals(heap.all("person-3"), indexed.all("person-3"));
                    assertTrue(indexed.all("person-3").size() <= 23 + 4);
                }
            }
        }
    }

    @Test
    void what_one_person_adds_changes_no_bit_of_anybody_else() {
        try (var few = memory(Optional.empty(), 100, "full", Map.of());
                var many = memory(Optional.empty(), 100, "full", Map.of())) {
            live(few);
            live(many);
            live(many, "somebody-else", 200);
            many.stepped(31);

            assertEquals(asked(few), asked(many));
        }
    }

    @Test
    void sixty_four_threads_recall_what_one_does() throws InterruptedException, ExecutionException {
        var options = Map.of("preset", "park", "text", "1");
        try (var one = memory(Optional.empty(), 50, "full", options);
                var many = memory(Optional.empty(), 50, "full", options);
                var threads = Executors.newFixedThreadPool(64)) {
            for (int step = 1; step <= 20; step++) {
                int now = step;
                var expected = new ArrayList<List<Recollection>>();
                var tasks = new ArrayList<Callable<List<Recollection>>>();
                for (String person : PEOPLE) {
                    expected.add(turn(one, person, now));
                    tasks.add(() -> turn(many, person, now));
                }
                var found = new ArrayList<List<Recollection>>();
                for (Future<List<Recollection>> task : threads.invokeAll(tasks)) {
                    found.add(task.get());
                }
                assertEquals(expected, found);
                one.stepped(step);
                many.stepped(step);
            }
        }
    }

    private static List<Recollection> turn(Memory memory, String person, int step) {
        var chance = new SplittableRandom(person.hashCode() * 31L + step);
        for (int i = 1; i <= 3; i++) {
            memory.remember(person,
                    new Remembrance(new EventId(step, 1, person, i), step, sentence(chance), 0.1 * i));
        }
        return memory.recall(person, new Cue(sentence(chance), step), 5);
    }

    @Test
    void equal_scores_come_up_in_order_of_event_id() {
        var memory = memory(Optional.empty(), 0, "full", Map.of("recency", "0"));
        for (String id : List.of("2.1/bo/1", "2.1/ada/2", "1.2/cy/1", "2.1/ada/1", "1.10/ada/1")) {
            memory.remember("ada", new Remembrance(EventId.parse(id), 2, "The mill is sound.", 0.5));
            memory.stepped(2);
        }

        var events = memory.recall("ada", new Cue("mill", 2), 4).stream().map(one -> one.memory().event().toString())
                .toList();

        assertEquals(List.of("1.2/cy/1", "1.10/ada/1", "2.1/ada/1", "2.1/ada/2"), events);
    }

    private Memory restored(Consumer<String> warnings, Consumer<Memory> again) {
        return Memories.restored(run, DAYS, new World.MemoryRegime("full", new LinkedHashMap<>()),
                new HashedEmbedder(), new RuleReflection(), warnings, again);
    }

    private List<List<Recollection>> played() throws IOException {
        Files.writeString(run.resolve("trace.jsonl"), "{\"event\":\"ended\"}\n");
        try (var memory = memory(Optional.of(run), 300, "full", Map.of())) {
            live(memory);
            var answers = asked(memory);
            return answers;
        }
    }

    private static void notAgain(Memory memory) { throw new AssertionError("the index should have been whole"); }

    @Test
    void a_whole_index_is_taken_as_it_is() throws IOException {
        var expected = played();

        try (var memory = restored(Assertion::none, IndexTest::notAgain)) {
            assertEquals(expected, asked(memory));
        }
    }

    @Test
    void an_index_of_another_trace_is_made_again_with_a_word() throws IOException {
        var expected = played();
        Files.writeString(run.resolve("trace.jsonl"), "{\"event\":\"ended\",\"id\":\"2\"}\n");
        var warnings = new ArrayList<String>();

        try (var memory = restored(warnings::add, IndexTest::live)) {
            assertEquals(expected, asked(memory));
        }

        assertEquals(1, warnings.size());
        assertTrue(warnings.getFirst().contains(" is made again: its trace is \"18 "), warnings.getFirst());
    }

    @Test
    void an_index_of_another_embedder_or_version_is_made_again_with_a_word() throws IOException {
        var whole = played();
        var warnings = new ArrayList<String>();

        try (var memory = Memories.restored(run, DAYS, new World.MemoryRegime("full", new LinkedHashMap<>()),
                new HashedEmbedder(64), new RuleReflection(), warnings::add, IndexTest::live)) {
            assertNotEquals(whole, asked(memory));
        }

        assertEquals(1, warnings.size());
        assertTrue(
                warnings.getFirst().contains(" is made again: its identity is \"microcosm memory 1; hashed-256-v1; "),
                warnings.getFirst());
        assertTrue(warnings.getFirst().contains(" and should be \"microcosm memory 1; hashed-64-v1; "),
                warnings.getFirst());
    }

    @Test
    void a_half_written_index_is_made_again_to_the_same_answers_with_a_word() throws IOException {
        var expected = played();
        Path largest;
        try (var files = Files.list(run.resolve("index"))) {
            largest = files.max(java.util.Comparator.comparingLong(file -> file.toFile().length())).orElseThrow();
        }
        byte[] whole = Files.readAllBytes(largest);
        Files.write(largest, java.util.Arrays.copyOf(whole, whole.length / 2));
        var warnings = new ArrayList<String>();

        try (var memory = restored(warnings::add, IndexTest::live)) {
            assertEquals(expected, asked(memory));
        }

        assertEquals(1, warnings.size());
        assertTrue(warnings.getFirst().contains(" is made again: it cannot be read: "), warnings.getFirst());
    }

    @Test
    void every_score_is_the_sum_of_a_tree_of_reasons() {
        try (var memory = memory(Optional.empty(), 37, "full", Map.of("text", "2"))) {
            live(memory);
            for (Recollection one : memory.recall("person-3", new Cue("Is the mill sound?", 30, true), 10)) {
                var parts = one.why().from();
                assertEquals(List.of("weighted relevance", "weighted text", "weighted recency", "weighted importance"),
                        parts.stream().map(Explanation::what).toList());
                assertEquals(one.score(), one.why().value());
                double sum = 0;
                for (var part : parts) {
                    sum += part.value();
                }
                assertEquals(one.score(), sum, 1e-12);
            }
        }
    }

    @Test
    void a_deleted_index_is_made_again_without_a_word() throws IOException {
        var expected = played();
        try (var files = Files.list(run.resolve("index"))) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(run.resolve("index"));

        try (var memory = restored(Assertion::none, IndexTest::live)) {
            assertEquals(expected, asked(memory));
        }
    }

    @Test
    void one_changed_byte_anywhere_in_the_index_is_never_a_wrong_answer() throws IOException {
        var expected = played();
        Path index = run.resolve("index");
        List<Path> files;
        try (var list = Files.list(index)) {
            files = list.filter(file -> !file.endsWith("write.lock")).sorted().toList();
        }
        for (Path file : files) {
            byte[] whole = Files.readAllBytes(file);
            for (int part = 0; part < 3; part++) {
                byte[] broken = whole.clone();
                broken[whole.length * part / 3 + 1] ^= 0x10;
                Files.write(file, broken);
                assertMadeAgain(expected, file + " with a changed byte");
                playedAgain(files, file, whole);
            }
        }
    }

    @Test
    void a_half_written_index_is_made_again() throws IOException {
        var expected = played();
        List<Path> files;
        try (var list = Files.list(run.resolve("index"))) {
            files = list.filter(file -> !file.endsWith("write.lock")).sorted().toList();
        }
        for (Path file : files) {
            byte[] whole = Files.readAllBytes(file);
            Files.write(file, java.util.Arrays.copyOf(whole, whole.length / 2));
            assertMadeAgain(expected, file + " cut in half");
            playedAgain(files, file, whole);
        }
    }

    private void assertMadeAgain(List<List<Recollection>> expected, String what) {
        var settings = Settings.of(new World.MemoryRegime("full", new LinkedHashMap<>()), DAYS);
        var home = IndexHome.of(Optional.of(run), settings, new HashedEmbedder().name());
        var warnings = new ArrayList<String>();
        try (var memory = memory(Optional.of(run), 300, "full", Map.of())) {
            Optional<String> fault = Memories.restore(home, settings, memory);
            fault.ifPresent(warnings::add);
        }
        assertEquals(1, warnings.size(), what);
        assertEquals(expected.size(), PEOPLE.size() * 3);
    }

    private static void playedAgain(List<Path> files, Path file, byte[] whole) throws IOException {
        Files.write(file, whole);
        for (Path one : files) {
            assertTrue(Files.exists(one), one + " was removed by looking at it");
        }
    }

    private static final class Assertion {
        static void none(String warning) { throw new AssertionError(warning); }
    }
}
