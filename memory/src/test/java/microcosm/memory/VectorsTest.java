package microcosm.memory;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import microcosm.models.Embedder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

class VectorsTest {
    @TempDir
    Path folder;

    private final List<String> bought = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    /// Never says the same thing twice.
    private final Embedder drifting = new Embedder() {
        @Override
        public String name() { return "vendor:model"; }

        @Override
        public int dimensions() { return 3; }

        @Override
        public boolean exact() { return false; }

        @Override
        public float[] vector(String text) {
            bought.add(text);
            return new float[]{text.length(), bought.size(), -1};
        }
    };

    private Vectors vectors() {
        return new Vectors(drifting, Optional.of(VectorFile.open(folder, drifting.name(), 3, warnings::add)));
    }

    private Path file() { return folder.resolve("vendor_model.3.vectors"); }

    @Test
    void a_text_is_embedded_once_whatever_the_embedder_would_say_later() {
        byte[] first;
        try (var vectors = vectors()) {
            first = vectors.of("The mill is sound.").values();
            assertArrayEquals(first, vectors.of("The mill is sound.").values());
        }
        try (var vectors = vectors()) {
            assertArrayEquals(first, vectors.of("The mill is sound.").values());
        }
        assertEquals(List.of("The mill is sound."), bought);
        assertEquals(List.of(), warnings);
    }

    @Test
    void an_altered_vector_is_embedded_again_with_a_word_and_the_others_stay() throws IOException {
        try (var vectors = vectors()) {
            vectors.of("one");
            vectors.of("two");
        }
        byte[] bytes = Files.readAllBytes(file());
        bytes[32] ^= 1;
        Files.write(file(), bytes);

        try (var vectors = vectors()) {
            vectors.of("two");
            vectors.of("one");
        }

        assertEquals(List.of("one", "two", "one"), bought);
        assertEquals(List.of("vendor_model.3.vectors: 1 of 2 vectors were altered; their texts are embedded again"),
                warnings);
    }

    @Test
    void a_half_written_vector_is_dropped_with_a_word() throws IOException {
        try (var vectors = vectors()) {
            vectors.of("one");
            vectors.of("two");
        }
        Files.write(file(), Arrays.copyOf(Files.readAllBytes(file()), 39 + 20));

        try (var vectors = vectors()) {
            vectors.of("one");
            vectors.of("two");
        }

        assertEquals(List.of("one", "two", "two"), bought);
        assertEquals(List.of("vendor_model.3.vectors: the last entry is half-written and was dropped"), warnings);
    }

    @Test
    void thousands_of_texts_are_found_again() {
        try (var vectors = vectors()) {
            for (int i = 0; i < 5_000; i++) {
                vectors.of("text " + i);
            }
        }
        try (var vectors = vectors()) {
            for (int i = 0; i < 5_000; i++) {
                vectors.of("text " + i);
            }
        }
        assertEquals(5_000, bought.size());
    }

    @Test
    void the_largest_value_becomes_127_and_zero_stays_zero() {
        assertArrayEquals(new byte[]{127, -64, 0}, Quantised.of(new float[]{2, -1, 0}).values());
        assertEquals(0, Quantised.of(new float[]{0, 0}).perLength());
    }
}
