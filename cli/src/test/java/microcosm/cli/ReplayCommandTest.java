package microcosm.cli;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import microcosm.trace.Event;
import microcosm.trace.RunFolder;
import microcosm.trace.Trace;
import microcosm.trace.TraceWriter;

import static org.assertj.core.api.Assertions.assertThat;

class ReplayCommandTest {
    @TempDir
    private static Path folder;
    private static Path run;

    @BeforeAll
    static void play_the_village() { run = Ran.village(folder, 1); }

    @Test
    void a_run_played_again_is_the_same_byte_for_byte() throws Exception {
        assertThat(Ran.microcosm("replay", run)).isEqualTo(new Ran(0, "the same, byte for byte\n", ""));
        assertThat(Ran.microcosm("replay", run, "--concurrency", 1).code()).isZero();
        assertThat(Ran.microcosm("replay", run, "--json").json()).hasToString(
                "{\"run\":\"" + run + "\",\"same\":true}");
    }

    @Test
    void recomputing_says_how_many_recalls_were_compared() throws Exception {
        long recalls = recalls().size();
        assertThat(recalls).isPositive();

        assertThat(Ran.microcosm("replay", run, "--recompute")).isEqualTo(
                new Ran(0, "the same, byte for byte; " + recalls + " recalls recomputed, with the same scores\n", ""));
        assertThat(Ran.microcosm("replay", run, "--recompute", "--json").json().get("recalls").asLong())
                .isEqualTo(recalls);
    }

    @Test
    void a_score_that_was_forged_with_its_whole_chain_is_found_by_recomputing() throws Exception {
        Event.Recalled victim = recalls().getFirst();
        Path forged = forged(victim);

        Ran ran = Ran.microcosm("replay", forged, "--recompute");

        assertThat(Ran.microcosm("verify", forged).code()).isZero();
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).startsWith(forged.resolve("trace.jsonl") + ": " + victim.id() + " recalled for \""
                + victim.cue() + "\" [" + victim.events().getFirst() + " 9.9999")
                .contains("; recomputed, for \"" + victim.cue() + "\" [" + victim.events().getFirst() + " "
                        + victim.scores().getFirst().toPlainString());
        assertThat(Ran.microcosm("replay", forged).out()).contains("played again, this event differs");
    }

    @Test
    void an_altered_trace_is_refused_and_named() throws Exception {
        Path altered = copy("altered");
        String trace = Files.readString(altered.resolve("trace.jsonl"));
        Files.writeString(altered.resolve("trace.jsonl"), trace.replaceFirst("\"text\":\"", "\"text\":\"Hm. "));

        Ran ran = Ran.microcosm("replay", altered);

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).startsWith("microcosm: " + altered.resolve("trace.jsonl") + ":")
                .doesNotContain("\tat ");
    }

    @Test
    void nobody_can_be_asked_by_less_than_one_at_once() {
        assertThat(Ran.microcosm("replay", run, "--concurrency", 0))
                .isEqualTo(new Ran(2, "", "microcosm: --concurrency must be at least 1\n"));
    }

    private static List<Event.Recalled> recalls() {
        try (Stream<Event> events = Trace.of(RunFolder.at(run)).events()) {
            return events.filter(event -> event instanceof Event.Recalled).map(event -> (Event.Recalled) event)
                    .toList();
        }
    }

    /// The same run, written anew with another first score.
    private static Path forged(Event.Recalled victim) throws Exception {
        var copy = new RunFolder(folder.resolve("forged"));
        try (Stream<Event> events = Trace.of(RunFolder.at(run)).events();
                var lock = copy.lock(Files.readString(run.resolve("world.md")));
                TraceWriter writer = TraceWriter.open(lock)) {
            events.forEach(event -> {
                if (event.equals(victim)) {
                    var scores = new java.util.ArrayList<>(victim.scores());
                    scores.set(0, new BigDecimal("9.9999"));
                    writer.record(new Event.Recalled(victim.id(), victim.cue(), victim.events(), scores, victim.why()));
                } else {
                    writer.record(event);
                }
            });
        }
        return copy.path();
    }

    private static Path copy(String name) throws Exception {
        Path copy = Files.createDirectories(folder.resolve(name));
        for (String file : List.of("world.md", "trace.jsonl", "texts.jsonl", "run.json")) {
            Files.copy(run.resolve(file), copy.resolve(file));
        }
        return copy;
    }
}
