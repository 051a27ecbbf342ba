package microcosm.embedders;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import microcosm.models.Embedder;
import microcosm.models.Embedders;
import microcosm.models.StoredEmbedder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class SentenceEmbedderTest {
    private final Embedder embedder = new SentenceEmbedder();

    @Test
    void it_is_found_by_its_name_once_the_module_is_there() {
        assertEquals(List.of(Embedders.USUAL, "all-minilm-l6-v2-q"), Embedders.names());
        assertEquals("all-minilm-l6-v2-q", Embedders.named("all-minilm-l6-v2-q", _ -> {}).name());
    }

    @Test
    void sentences_alike_in_meaning_are_nearer_than_sentences_alike_in_spelling() {
        float[] asked = embedder.vector("Is the mill still grinding flour?");

        double meaning = cosine(asked, embedder.vector("The wheel turns and there is bread in every house."));
        double spelling = cosine(asked, embedder.vector("Is the bill still finding favour?"));
        double nothing = cosine(asked, embedder.vector("She was born in 1887, far from here."));

        assertTrue(meaning > nothing + 0.1, meaning + " against " + nothing);
        assertTrue(meaning > spelling, meaning + " against " + spelling);
    }

    @Test
    void a_vector_has_384_values_and_the_length_1() {
        float[] vector = embedder.vector("The mill is sound.");

        assertEquals(384, vector.length);
        assertEquals(embedder.dimensions(), vector.length);
        assertEquals(1, cosine(vector, vector), 1e-5);
    }

    @Test
    void nothing_said_is_the_zero_vector() { assertArrayEquals(new float[384], embedder.vector("  ")); }

    @Test
    void no_text_changes_the_vector_of_another_whatever_runs_beside_it() throws Exception {
        var texts = new ArrayList<String>();
        for (int i = 0; i < 64; i++) {
            texts.add("On day " + i + " Tomas offered " + i % 7 + " blocks of salt" + " again".repeat(i % 40) + ".");
        }
        List<float[]> alone = texts.stream().map(embedder::vector).toList();

        try (var threads = Executors.newFixedThreadPool(8)) {
            var together = threads
                    .invokeAll(texts.stream().<Callable<float[]>>map(text -> () -> embedder.vector(text)).toList());
            for (int i = 0; i < texts.size(); i++) {
                assertArrayEquals(alone.get(i), together.get(i).get(), texts.get(i));
            }
        }
    }

    @Test
    void the_end_of_a_long_text_counts_like_its_beginning() {
        String mill = "The mill is sound. ".repeat(30);
        String frost = "The frost has come, and the race is frozen over. ".repeat(12);
        float[] alone = embedder.vector("The frost has come, and the race is frozen over.");

        double after = cosine(alone, embedder.vector(mill + frost));
        double before = cosine(alone, embedder.vector(frost + mill));

        assertTrue(after > cosine(alone, embedder.vector(mill)) + 0.2, "after " + after);
        assertEquals(before, after, 0.1);
    }

    @Test
    void a_text_is_cut_between_words_and_nothing_of_it_is_lost() {
        String text = "Tomas offered salt ".repeat(40).strip();

        List<String> parts = SentenceEmbedder.parts(text);

        assertEquals(text, String.join(" ", parts));
        assertEquals(List.of(246, 246, 246, 18), parts.stream().map(String::length).toList());
        assertEquals(List.of(250, 50), SentenceEmbedder.parts("x".repeat(300)).stream().map(String::length).toList());
        assertEquals(List.of(), SentenceEmbedder.parts(""));
    }

    @Test
    void another_run_has_it_from_the_disk(@TempDir Path folder) {
        float[] first = new StoredEmbedder(embedder, folder, AssertionError::new).vector("The mill is sound.");

        float[] second = new StoredEmbedder(new Embedder() {
            @Override
            public String name() { return embedder.name(); }

            @Override
            public int dimensions() { return embedder.dimensions(); }

            @Override
            public boolean exact() { return false; }

            @Override
            public float[] vector(String text) { throw new AssertionError("asked for " + text); }
        }, folder, AssertionError::new).vector("The mill is sound.");

        assertArrayEquals(first, second);
    }

    private static double cosine(float[] one, float[] other) {
        double dot = 0;
        double oneSquare = 0;
        double otherSquare = 0;
        for (int i = 0; i < one.length; i++) {
            dot += one[i] * other[i];
            oneSquare += one[i] * one[i];
            otherSquare += other[i] * other[i];
        }
        return dot / Math.sqrt(oneSquare * otherSquare);
    }
}
