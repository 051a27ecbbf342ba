package microcosm.gamemaster;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import microcosm.models.ModelSetupException;
import microcosm.models.ModelSpec;
import microcosm.trace.RunFolder;
import microcosm.trace.RunRecord.Sitting;
import microcosm.trace.RunRecord.Totals;
import microcosm.trace.State;
import microcosm.worlds.World;
import microcosm.worlds.WorldFile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// The village, whose people compare memories by an embedder that never says the same of a text twice. What it said first is an input of
/// the run.
class EmbedderTest {
    private static final Sittings NOW = () -> new Sitting("2026-01-01T00:00:00Z", BigDecimal.ONE, "host", "25", "Linux",
            "1", Totals.NONE);

    @TempDir
    private Path folder;

    @BeforeEach
    void keep_vectors_here() {
        System.setProperty("microcosm.cache", folder.resolve("cache").toString());
        Moody.BOUGHT.clear();
    }

    @AfterEach
    void keep_them_where_they_were() { System.clearProperty("microcosm.cache"); }

    private static WorldFile village(String embedder) {
        return WorldFile.of("village.world.md", WorldFile.shipped("weir-village").text().replaceFirst("\nclock: ",
                "\nmemory: {keep: full, embedder: " + embedder + "}\nclock: "));
    }

    private RunFolder played(String where, Listener listener) {
        return Run.play(village("moody"), RunOptions.of(1), folder.resolve(where), NOW, listener).folder();
    }

    @Test
    void the_manifest_names_it_and_the_run_keeps_its_vectors_of_each_text_once() throws IOException {
        RunFolder run = played("runs", Listener.NOBODY);

        assertThat(Files.readAllLines(run.trace()).getFirst()).contains("\"embedder\":\"moody\"");
        assertThat(run.path().resolve("vectors/moody.16.vectors")).exists();
        assertThat(Moody.BOUGHT).isNotEmpty().hasSize(new LinkedHashSet<>(Moody.BOUGHT).size());
    }

    @Test
    void live_models_have_the_sentence_model_where_it_is_here_and_nobody_said_otherwise() {
        var live = Minds.of(ModelSpec.of("compatible:m"));
        World plain = WorldFile.shipped("weir-village").world(Map.of());
        World said = village("moody").world(Map.of());
        List<String> here = List.of("hashed-256-v1", "all-minilm-l6-v2-q");

        assertThat(Engine.embedder(plain, live, here)).isEqualTo("all-minilm-l6-v2-q");
        assertThat(Engine.embedder(plain, Minds.BASELINE, here)).isEqualTo("hashed-256-v1");
        assertThat(Engine.embedder(plain, Minds.of(ModelSpec.of("script:a.jsonl")), here)).isEqualTo("hashed-256-v1");
        assertThat(Engine.embedder(plain, live, List.of("hashed-256-v1"))).isEqualTo("hashed-256-v1");
        assertThat(Engine.embedder(said, live, here)).isEqualTo("moody");
        assertThat(Engine.advice(plain, live, "hashed-256-v1")).hasValueSatisfying(word -> assertThat(word).contains(
                "compared by hashed-256-v1, which knows spelling; all-minilm-l6-v2-q", "mvn -B package -Ponnx"));
        assertThat(Engine.advice(plain, live, "all-minilm-l6-v2-q")).isEmpty();
        assertThat(Engine.advice(said, live, "moody")).isEmpty();
        assertThat(Engine.advice(plain, Minds.BASELINE, "hashed-256-v1")).isEmpty();
    }

    @Test
    void a_run_is_repeated_from_the_vectors_it_kept_and_asks_nobody_for_others() {
        RunFolder run = played("runs", Listener.NOBODY);
        System.setProperty("microcosm.cache", folder.resolve("another").toString());
        Moody.BOUGHT.clear();

        assertThat(Run.replay(run, 1)).isEmpty();
        assertThat(Run.recompute(run, 8)).satisfies(recomputed -> {
            assertThat(recomputed.difference()).isEmpty();
            assertThat(recomputed.recalls()).isPositive();
        });
        assertThat(Moody.BOUGHT).isEmpty();
    }

    @Test
    void without_its_vectors_a_run_cannot_be_repeated_and_says_where_it_differs() throws IOException {
        RunFolder run = played("runs", Listener.NOBODY);
        System.setProperty("microcosm.cache", folder.resolve("another").toString());
        Files.delete(run.path().resolve("vectors/moody.16.vectors"));

        assertThat(Run.recompute(run, 1).difference()).hasValueSatisfying(
                difference -> assertThat(difference).contains(" recalled for ").contains("; recomputed, "));
    }

    @Test
    void a_fork_begins_with_the_vectors_of_its_parent() {
        RunFolder run = played("runs", Listener.NOBODY);
        System.setProperty("microcosm.cache", folder.resolve("another").toString());
        Moody.BOUGHT.clear();

        Fork.Forked sham = Fork.play(run, Branching.at(6), 1, folder.resolve("runs"), NOW, Listener.NOBODY);

        assertThat(sham.differs()).isEmpty();
        assertThat(Moody.BOUGHT).isEmpty();
    }

    @Test
    void another_run_buys_nothing_that_an_earlier_one_bought() {
        RunFolder one = played("runs", Listener.NOBODY);
        Moody.BOUGHT.clear();

        RunFolder other = played("others", Listener.NOBODY);

        assertThat(Moody.BOUGHT).isEmpty();
        assertThat(other.trace()).hasSameTextualContentAs(one.trace());
    }

    @Test
    void whoever_plays_is_told_of_damaged_vectors() throws IOException {
        played("runs", Listener.NOBODY);
        Path damaged;
        try (Stream<Path> files = Files.walk(folder.resolve("cache"))) {
            damaged = files.filter(Files::isRegularFile).findFirst().orElseThrow();
        }
        Files.write(damaged, new byte[]{1, 2, 3});
        var told = new ArrayList<String>();

        played("others", new Listener() {
            @Override
            public void happened(microcosm.trace.Event event, State after) {}

            @Override
            public void warned(String words) { told.add(words); }
        });

        assertThat(told).containsExactly("the vector kept in " + damaged + " is damaged and is made again");
    }

    @Test
    void asking_somebody_changes_no_byte_of_the_run() throws IOException {
        RunFolder run = played("runs", Listener.NOBODY);
        var before = contents(run.path());

        Interviews.ask(run, "ilse-varga", "Will the mill stop?", Optional.of(4), 5, AssertionError::new);
        Interviews.ask(run, "ilse-varga", "A question nobody ever asked.", Optional.empty(), 5, AssertionError::new);

        assertThat(contents(run.path())).isEqualTo(before);
    }

    @Test
    void an_embedder_that_is_not_here_is_named_before_anything_is_written() {
        Path runs = folder.resolve("runs");

        assertThatThrownBy(() -> Run.play(village("moodi"), RunOptions.of(1), runs, NOW, Listener.NOBODY))
                .isInstanceOf(ModelSetupException.class)
                .hasMessageStartingWith("embedder \"moodi\" is not here; did you mean \"moody\"?\n  there are: ");
        assertThat(runs).doesNotExist();
    }

    private static SequencedMap<String, List<Object>> contents(Path run) throws IOException {
        var contents = new TreeMap<String, List<Object>>();
        try (Stream<Path> files = Files.walk(run)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                FileTime written = Files.getLastModifiedTime(file);
                contents.put(run.relativize(file).toString(), List.of(written, List.of(new String(
                        Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1))));
            }
        }
        return contents;
    }
}
