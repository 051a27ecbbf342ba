package microcosm.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import microcosm.trace.Event;
import microcosm.trace.RunFolder;
import microcosm.trace.Trace;
import microcosm.worlds.WorldFile;

import static org.assertj.core.api.Assertions.assertThat;

/// Every world that ships can be played by baseline, and what it is about happens.
class ShippedWorldsTest {
    private static final int FIRST_STEPS = 7;

    /// Worlds whose point needs a language model, or a mechanism that is not played yet; `run` says so.
    private static final List<String> NOT_BY_BASELINE = List.of("town-meeting");
    /// Worlds that are about what is said.
    private static final List<String> TALK = List.of("rumour-network");

    private static final List<String> WORDS_ONLY = List.of("wait", "say", "call");

    @TempDir
    private Path runs;

    static Stream<String> worlds() { return WorldFile.shippedIds().stream(); }

    static Stream<String> playedByBaseline() { return worlds().filter(world -> !NOT_BY_BASELINE.contains(world)); }

    @ParameterizedTest
    @MethodSource("worlds")
    void a_shipped_world_plays_verifies_and_replays_the_same(String world) {
        Path run = played(world);

        assertThat(Ran.microcosm("verify", run)).as("verify " + world).extracting(Ran::code).isEqualTo(0);
        assertThat(Ran.microcosm("replay", run)).as("replay " + world).extracting(Ran::code).isEqualTo(0);
    }

    @ParameterizedTest
    @MethodSource("playedByBaseline")
    void people_of_a_shipped_world_do_what_it_is_about(String world) throws IOException {
        List<String> done = attempted(played(world));

        assertThat(done).as("what was done in " + world).isNotEmpty();
        if (!TALK.contains(world)) {
            assertThat(done).as("what was done in " + world + " but talk").anyMatch(what -> !WORDS_ONLY.contains(what));
        }
    }

    private Path played(String world) {
        Ran ran = Ran.microcosm("run", world, "--steps", FIRST_STEPS, "--out", runs);
        assertThat(ran.code()).as(ran.err()).isEqualTo(0);
        return Path.of(ran.last());
    }

    /// @return the names of the attempts that came about, in order of the trace
    private static List<String> attempted(Path run) throws IOException {
        try (Stream<Event> events = Trace.of(new RunFolder(run)).events()) {
            return events.<String>mapMulti((event, out) -> {
                boolean somebodys = event instanceof Event.Resolved resolved
                        && resolved.causes().stream().anyMatch(cause -> !cause.owner().startsWith("gm"));
                if (somebodys && event instanceof Event.Resolved resolved) {
                    out.accept(resolved.what());
                }
            }).toList();
        }
    }
}
