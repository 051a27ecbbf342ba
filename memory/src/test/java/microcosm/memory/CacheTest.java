package microcosm.memory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import microcosm.models.HashedEmbedder;
import microcosm.worlds.World;

import static microcosm.memory.Dozen.asked;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// The index is a cache of the trace: whole and of this trace, or made again.
class CacheTest {
    private static final World.MemoryRegime FULL = new World.MemoryRegime("full", new LinkedHashMap<>());

    @TempDir
    Path run;

    private Memory restored(HashedEmbedder embedder, Consumer<String> warnings, Consumer<Memory> again) {
        return Memories.restored(run, Dozen.DAYS, FULL, embedder, new RuleReflection(), warnings, again);
    }

    private List<List<Recollection>> played() throws IOException {
        Files.writeString(run.resolve("trace.jsonl"), "{\"event\":\"ended\"}\n");
        try (var memory = Dozen.memory(run, 300)) {
            Dozen.live(memory);
            return asked(memory);
        }
    }

    /// @return the word that was said
    private String madeAgain(List<List<Recollection>> expected, String what) {
        var warnings = new ArrayList<String>();
        try (var memory = restored(new HashedEmbedder(), warnings::add, Dozen::live)) {
            assertEquals(expected, asked(memory), what);
        }
        assertEquals(1, warnings.size(), what);
        return warnings.getFirst();
    }

    private static void notAgain(Memory memory) { throw new AssertionError("the index should have been whole"); }

    private static void silent(String warning) { throw new AssertionError(warning); }

    private SequencedMap<Path, byte[]> index() throws IOException {
        var index = new LinkedHashMap<Path, byte[]>();
        try (var files = Files.list(run.resolve("index"))) {
            for (Path file : files.filter(file -> !file.endsWith("write.lock")).sorted().toList()) {
                index.put(file, Files.readAllBytes(file));
            }
        }
        return index;
    }

    private void put(SequencedMap<Path, byte[]> index) throws IOException {
        Files.createDirectories(run.resolve("index"));
        for (Path file : index().keySet()) {
            Files.delete(file);
        }
        for (var file : index.entrySet()) {
            Files.write(file.getKey(), file.getValue());
        }
    }

    @Test
    void a_whole_index_is_taken_as_it_is() throws IOException {
        var expected = played();

        try (var memory = restored(new HashedEmbedder(), CacheTest::silent, CacheTest::notAgain)) {
            assertEquals(expected, asked(memory));
        }
    }

    @Test
    void a_deleted_index_is_made_again_without_a_word() throws IOException {
        var expected = played();
        for (Path file : index().keySet()) {
            Files.delete(file);
        }
        Files.deleteIfExists(run.resolve("index/write.lock"));
        Files.delete(run.resolve("index"));

        try (var memory = restored(new HashedEmbedder(), CacheTest::silent, Dozen::live)) {
            assertEquals(expected, asked(memory));
        }
    }

    @Test
    void an_index_of_another_trace_is_made_again_with_a_word() throws IOException {
        var expected = played();
        Files.writeString(run.resolve("trace.jsonl"), "{\"event\":\"ended\",\"id\":\"2\"}\n");

        String said = madeAgain(expected, "another trace");

        assertTrue(said.contains(" is made again: its trace is \"18 "), said);
    }

    @Test
    void an_index_of_another_embedder_or_version_is_made_again_with_a_word() throws IOException {
        var whole = played();
        var warnings = new ArrayList<String>();

        try (var memory = restored(new HashedEmbedder(64), warnings::add, Dozen::live)) {
            assertNotEquals(whole, asked(memory));
        }

        assertEquals(1, warnings.size());
        String said = warnings.getFirst();
        assertTrue(said.contains(" is made again: its identity is \"microcosm memory 1; hashed-256-v1; "), said);
        assertTrue(said.contains(" and should be \"microcosm memory 1; hashed-64-v1; "), said);
    }

    @Test
    void one_changed_byte_anywhere_in_the_index_is_never_a_wrong_answer() throws IOException {
        var expected = played();
        var index = index();
        for (var file : index.entrySet()) {
            for (int part = 0; part < 3; part++) {
                byte[] broken = file.getValue().clone();
                broken[broken.length * part / 3 + 1] ^= 0x10;
                Files.write(file.getKey(), broken);
                madeAgain(expected, file.getKey() + " with a changed byte");
                put(index);
            }
        }
    }

    @Test
    void a_half_written_index_is_made_again_to_the_same_answers_with_a_word() throws IOException {
        var expected = played();
        var index = index();
        for (var file : index.entrySet()) {
            Files.write(file.getKey(), Arrays.copyOf(file.getValue(), file.getValue().length / 2));
            String said = madeAgain(expected, file.getKey() + " cut in half");
            assertTrue(said.contains(" is made again: it cannot be read: "), said);
            put(index);
        }
    }

    @Test
    void looking_at_a_broken_index_removes_nothing() throws IOException {
        played();
        var index = index();
        Path file = index.firstEntry().getKey();
        Files.write(file, new byte[]{1});
        var settings = Settings.of(FULL, Dozen.DAYS);
        try (var memory = Dozen.memory(run, 300)) {
            assertFalse(Memories.restore(IndexHome.of(Optional.of(run), settings, "hashed-256-v1"), settings,
                    memory).isEmpty());
        }
        assertEquals(index.keySet().stream().toList(), index().keySet().stream().toList());
    }
}
