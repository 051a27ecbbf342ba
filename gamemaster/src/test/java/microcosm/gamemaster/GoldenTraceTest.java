package microcosm.gamemaster;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import microcosm.testing.Golden;
import microcosm.trace.Event;
import microcosm.trace.RunFolder;
import microcosm.trace.RunRecord;
import microcosm.trace.State;
import microcosm.trace.Trace;
import microcosm.worlds.WorldFile;

import static org.assertj.core.api.Assertions.assertThat;

/// A society of six on two shores, played with chance, loss, delay, debts and rivals, to the byte. A change of these bytes changes what
/// every run with the same seed gives: it is reviewed, and [Engine#VERSION] is raised.
class GoldenTraceTest {
    private static final String WORLD = "golden/two-shores.world.md";
    private static final Sittings NOW = () -> new RunRecord.Sitting("2026-01-01T00:00:00Z", BigDecimal.ONE, "", "", "",
            "", RunRecord.Totals.NONE);

    @TempDir
    private Path out;

    @Test
    void the_same_world_and_seed_give_the_bytes_they_always_gave() throws IOException {
        Golden.file("golden/two-shores.trace.jsonl").matches(Files.readString(play(1).trace()));
    }

    @Test
    void sixty_four_asked_at_once_leave_the_bytes_of_one_after_another() throws IOException {
        byte[] one = Files.readAllBytes(play(1).trace());
        for (int concurrency : new int[]{2, 7, 64}) {
            assertThat(Files.readAllBytes(play(concurrency).trace())).as("concurrency " + concurrency).isEqualTo(one);
        }
    }

    @Test
    void the_trace_alone_adds_up_to_the_state_that_was_lived() throws IOException {
        var lived = new State[]{State.EMPTY};
        RunFolder folder = play(4, (_, after) -> lived[0] = after);

        State folded = State.EMPTY;
        try (var events = Trace.of(folder).events()) {
            for (Event event : (Iterable<Event>) events::iterator) {
                folded = folded.after(event);
            }
        }

        assertThat(folded.people()).isEqualTo(lived[0].people()).hasSize(6);
        for (String person : folded.people()) {
            assertThat(folded.holdings(person)).isEqualTo(lived[0].holdings(person));
            assertThat(folded.whereabouts(person)).isEqualTo(lived[0].whereabouts(person));
        }
        assertThat(folded.offers()).containsExactlyElementsOf(lived[0].offers());
        assertThat(folded.debts()).containsExactlyElementsOf(lived[0].debts());
        assertThat(folded.underWay()).isEqualTo(lived[0].underWay());
    }

    private RunFolder play(int concurrency) throws IOException { return play(concurrency, Listener.NOBODY); }

    private RunFolder play(int concurrency, Listener listener) throws IOException {
        WorldFile world = WorldFile.read(Path.of("src", "test", "resources").resolve(WORLD));
        var options = new RunOptions(new LinkedHashMap<>(), 42, Optional.empty(), concurrency, Interventions.NONE);
        return Run.play(world, options, Files.createTempDirectory(out, "run"), NOW, listener).folder();
    }
}
