package microcosm.gamemaster;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import microcosm.trace.EventId;
import microcosm.trace.RunRecord.Sitting;
import microcosm.trace.RunRecord.Totals;
import microcosm.worlds.WorldFile;

import static org.assertj.core.api.Assertions.assertThat;

class RunTest {
    private static final WorldFile VILLAGE = WorldFile.shipped("weir-village");
    private static final Sittings NOW = () -> new Sitting("2026-01-01T00:00:00Z", BigDecimal.ONE, "host", "25", "Linux",
            "1", Totals.NONE);

    @TempDir
    private Path out;

    private static RunOptions options(long seed, Optional<Integer> steps, int concurrency, Interventions changes) {
        return new RunOptions(new LinkedHashMap<>(), seed, steps, concurrency, changes);
    }

    private String trace(String where, RunOptions options) throws IOException {
        return Files.readString(
                Run.play(VILLAGE, options, out.resolve(where), NOW, Listener.NOBODY).folder().trace());
    }

    @Test
    void the_village_lives_through_its_winter_with_one_thread_as_with_sixty_four() throws IOException {
        String one = trace("one", options(0, Optional.empty(), 1, Interventions.NONE));
        String many = trace("many", options(0, Optional.empty(), 64, Interventions.NONE));

        assertThat(many).isEqualTo(one).contains("\"event\":\"ended\"");
    }

    @Test
    void a_run_stopped_after_any_step_ends_in_the_bytes_of_one_never_stopped() throws IOException {
        String whole = trace("whole", RunOptions.of(1));

        for (int step = 1; step < 12; step++) {
            assertThat(whole).startsWith(trace("stopped", options(1, Optional.of(step), 1, Interventions.NONE)));
        }
        assertThat(trace("stopped", RunOptions.of(1))).isEqualTo(whole);
    }

    @Test
    void a_fork_that_drops_an_utterance_is_another_run_and_differs_from_there_on() throws IOException {
        String whole = trace("runs", RunOptions.of(0));
        String line = whole.lines().filter(l -> l.startsWith("{\"event\":\"acted\",\"id\":\"4.")).findFirst()
                .orElseThrow();
        String id = line.substring(23, line.indexOf('"', 23));
        var said = new LinkedHashMap<EventId, String>();
        said.put(EventId.parse(id), "");

        String fork = trace("runs", options(0, Optional.empty(), 1, new Interventions(said, new LinkedHashMap<>())));

        String[] before = whole.split("\n");
        String[] after = fork.split("\n");
        int first = 1;
        while (withoutHash(before[first]).equals(withoutHash(after[first]))) {
            first++;
        }
        assertThat(before[first]).contains("\"id\":\"" + id + "\"");
        assertThat(after[first]).contains("\"id\":\"" + id + "\"");
    }

    private static String withoutHash(String line) { return line.substring(0, line.indexOf("\"hash\"")); }
}
