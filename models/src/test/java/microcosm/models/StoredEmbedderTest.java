package microcosm.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

class StoredEmbedderTest {
    private final List<String> bought = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    @TempDir
    private Path folder;

    /// Another vector each time it is asked.
    private final class Vendor implements Embedder {
        private final String name;

        Vendor(String name) { this.name = name; }

        @Override
        public String name() { return name; }

        @Override
        public int dimensions() { return 3; }

        @Override
        public boolean exact() { return false; }

        @Override
        public float[] vector(String text) {
            bought.add(name + " " + text);
            return new float[]{bought.size(), 0.1f, -text.length()};
        }
    }

    private Embedder run(String name) { return new StoredEmbedder(new Vendor(name), folder, warnings::add); }

    private Path only() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> all = files.filter(Files::isRegularFile).toList();
            assertEquals(1, all.size());
            return all.getFirst();
        }
    }

    @Test
    void what_one_run_bought_the_next_one_has() {
        float[] first = run("vendor").vector("The mill is sound.");
        float[] second = run("vendor").vector("The mill is sound.");

        assertArrayEquals(first, second);
        assertEquals(List.of("vendor The mill is sound."), bought);
    }

    @Test
    void embedders_do_not_share_their_vectors() {
        run("vendor").vector("one");
        run("other").vector("one");

        assertEquals(List.of("vendor one", "other one"), bought);
    }

    @Test
    void a_changed_byte_anywhere_is_found_and_the_text_embedded_again() throws IOException {
        run("vendor").vector("one");
        byte[] whole = Files.readAllBytes(only());
        for (int at = 0; at < whole.length; at++) {
            byte[] altered = whole.clone();
            altered[at] ^= 1;
            Files.write(only(), altered);
            bought.clear();
            warnings.clear();

            run("vendor").vector("one");

            assertEquals(List.of("vendor one"), bought, "byte " + at);
            assertEquals(List.of("the vector kept in " + only() + " is damaged and is made again"), warnings);
        }
        bought.clear();
        run("vendor").vector("one");
        assertEquals(List.of(), bought);
    }

    @Test
    void half_a_file_and_the_file_of_another_text_are_no_vectors() throws IOException {
        run("vendor").vector("one");
        Path one = only();
        byte[] whole = Files.readAllBytes(one);
        Files.write(one, Arrays.copyOf(whole, whole.length / 2));
        assertNotEquals(1, run("vendor").vector("one")[0]);

        run("vendor").vector("two");
        Path two;
        try (Stream<Path> files = Files.walk(folder)) {
            two = files.filter(file -> Files.isRegularFile(file) && !file.equals(one)).findFirst().orElseThrow();
        }
        Files.write(one, Files.readAllBytes(two));
        bought.clear();
        run("vendor").vector("one");

        assertEquals(List.of("vendor one"), bought);
        assertEquals(2, warnings.size());
    }

    @Test
    void the_built_in_embedder_is_found_and_keeps_nothing_on_disk() {
        assertEquals("hashed-256-v1", Embedders.names().getFirst());
        assertTrue(Embedders.named("hashed-256-v1", warnings::add) instanceof HashedEmbedder);
    }

    @Test
    void an_embedder_that_is_not_here_is_named_with_what_to_do() {
        assertEquals("embedder \"hashed-256\" is not here; did you mean \"hashed-256-v1\"?\n  there are: "
                + String.join(", ", Embedders.names())
                + ", and a provider's, such as openai:text-embedding-3-small",
                assertThrows(ModelSetupException.class, () -> Embedders.named("hashed-256", _ -> {})).getMessage());
    }

    @Test
    void vectors_that_a_run_kept_need_no_embedder_until_one_is_missing() {
        Embedder absent = Embedders.recorded("vendor", java.util.Optional.of(7), _ -> {});

        assertEquals(7, absent.dimensions());
        assertEquals("the run holds no vector for \"one\", and embedder \"vendor\" is not here to make one",
                assertThrows(ModelSetupException.class, () -> absent.vector("one")).getMessage());
    }

    @Test
    void the_cache_is_where_the_environment_says() {
        var environment = new LinkedHashMap<>(Map.of("XDG_CACHE_HOME", "/var/cache/me"));
        assertEquals(Path.of("/var/cache/me/microcosm/vectors"), Embedders.cache(environment));
        environment.put("MICROCOSM_CACHE", "/elsewhere");
        assertEquals(Path.of("/elsewhere/vectors"), Embedders.cache(environment));
        assertEquals(Path.of(System.getProperty("user.home"), ".cache", "microcosm", "vectors"),
                Embedders.cache(new LinkedHashMap<>()));
    }
}
