package microcosm.models;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

class HashedEmbedderTest {
    private final HashedEmbedder embedder = new HashedEmbedder();

    private double cosine(String one, String other) {
        float[] a = embedder.vector(one);
        float[] b = embedder.vector(other);
        double dot = 0;
        double squareA = 0;
        double squareB = 0;
        for (int i = 0; i < a.length; i++) {
            dot += a[i] * b[i];
            squareA += a[i] * a[i];
            squareB += b[i] * b[i];
        }
        return dot / Math.sqrt(squareA * squareB);
    }

    /// Pinned: another value would be another embedder, and needs another name.
    @Test
    void the_vector_of_a_sentence_is_what_it_has_always_been() {
        assertEquals("[6.0, -1.0, 0.0, -1.0, -3.0, 1.0, 1.0, 5.0, 2.0, 1.0, 5.0, 1.0, 0.0, 0.0, 3.0, 0.0]",
                Arrays.toString(new HashedEmbedder(16).vector("The mill is sound.")));
    }

    @Test
    void words_alike_in_spelling_lie_nearer_than_others() {
        assertTrue(cosine("the mill", "the mills") > cosine("the mill", "the salt") + 0.2);
    }

    @Test
    void letters_large_or_small_and_punctuation_make_no_difference() {
        assertArrayEquals(embedder.vector("THE MILL, is sound!"), embedder.vector("the mill is sound"));
    }

    @Test
    void a_text_without_words_has_no_direction() { assertArrayEquals(new float[256], embedder.vector("… !")); }

    @Test
    void a_cached_text_is_embedded_once() {
        var asked = new AtomicInteger();
        var cached = new CachedEmbedder(new Embedder() {
            @Override
            public String name() { return "counting"; }

            @Override
            public int dimensions() { return 1; }

            @Override
            public boolean exact() { return true; }

            @Override
            public float[] vector(String text) { return new float[]{asked.incrementAndGet()}; }
        }, 10);

        cached.vector("mill")[0] = 7;

        assertArrayEquals(new float[]{1}, cached.vector("mill"));
        assertEquals(1, asked.get());
    }
}
