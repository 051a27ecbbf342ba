package microcosm.gamemaster;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import microcosm.trace.Event;
import microcosm.trace.EventId;
import microcosm.trace.RunFolder;
import microcosm.trace.RunLock;
import microcosm.trace.TraceException;
import microcosm.trace.TraceWriter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ScribeTest {
    private static final Event STEPPED = new Event.Stepped(new EventId(0, 0, EventId.GAME_MASTER, 1));
    private static final Event OUTSIDE = new Event.Ended(new EventId(1, 0, EventId.GAME_MASTER, 1), List.of(), "clock");

    @TempDir
    Path folder;

    @Test
    void a_head_is_that_of_all_that_was_written_and_stands_on_the_disk() throws Exception {
        var run = new RunFolder(folder.resolve("hamlet-0123456789ab"));
        try (RunLock lock = run.lock("# Hamlet");
                TraceWriter writer = TraceWriter.open(lock);
                var scribe = new Scribe(writer)) {
            scribe.write(List.of(STEPPED));

            String head = scribe.await().head();

            assertThat(Files.readString(run.trace())).contains("\"hash\":\"" + head + "\"");
        }
    }

    @Test
    void what_could_not_be_written_is_told_before_the_next_step_is() throws Exception {
        var run = new RunFolder(folder.resolve("hamlet-0123456789ab"));
        try (RunLock lock = run.lock("# Hamlet");
                TraceWriter writer = TraceWriter.open(lock);
                var scribe = new Scribe(writer)) {
            scribe.write(List.of(OUTSIDE));

            assertThatThrownBy(() -> scribe.write(List.of(STEPPED))).isInstanceOf(IllegalStateException.class)
                    .hasMessage("1.0/gm/1: Ended must stand in its step, and only Stepped may follow it");
            assertThat(Files.readString(run.trace())).isEmpty();
        }
    }

    @Test
    void a_step_that_the_file_holds_is_compared_before_anything_is_played_on_it() {
        var run = new RunFolder(folder.resolve("hamlet-0123456789ab"));
        try (RunLock lock = run.lock("# Hamlet"); TraceWriter writer = TraceWriter.open(lock)) {
            writer.record(STEPPED);
        }
        try (RunLock lock = run.lock("# Hamlet");
                TraceWriter writer = TraceWriter.open(lock);
                var scribe = new Scribe(writer)) {
            var other = new Event.Stepped(new EventId(0, 0, EventId.GAME_MASTER, 2));

            assertThatThrownBy(() -> scribe.write(List.of(other))).isInstanceOf(TraceException.class)
                    .hasMessageContaining("played again, this event differs");
        }
    }
}
