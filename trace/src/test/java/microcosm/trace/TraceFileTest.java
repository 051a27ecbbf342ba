package microcosm.trace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import microcosm.testing.Seeds;
import microcosm.worlds.ActionSpec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class TraceFileTest {
    private static final String WORLD = "# A weir\n";
    @TempDir
    Path runs;

    /// Three steps, one of them with a text kept elsewhere.
    private static List<Event> events() {
        var manifest = new LinkedHashMap<String, String>();
        manifest.put("engine", "0.1.0");
        manifest.put(RunFolder.WORLD_DIGEST, Digest.hex(Digest.of(WORLD)));
        return List.of(new Event.Began(id(0, "gm", 1), "weir", "A weir", 7, manifest),
                new Event.Stepped(id(0, "gm", 2)),
                acted(1, "I wait."), acted(1, "ż".repeat(301)), new Event.Stepped(id(1, "gm", 1)),
                acted(2, "ż".repeat(301)),
                new Event.Ended(id(2, "gm", 1), List.of(), "clock"), new Event.Stepped(id(2, "gm", 2)));
    }

    private static EventId id(int step, String owner, int ordinal) { return new EventId(step, 0, owner, ordinal); }

    private static Event acted(int step, String text) {
        return new Event.Acted(id(step, "ada", text.length()), List.of(), new ActionSpec.Attempting("What do you do?"),
                text);
    }

    private RunFolder folder() { return new RunFolder(runs.resolve("weir-0123456789ab")); }

    private RunFolder written() {
        RunFolder folder = folder();
        play(folder, events());
        return folder;
    }

    private static void play(RunFolder folder, List<Event> events) {
        try (RunLock lock = folder.lock(WORLD); TraceWriter writer = TraceWriter.open(lock)) {
            events.forEach(writer::record);
        }
    }

    @Test
    void what_was_written_is_read() {
        RunFolder folder = written();

        try (var events = Trace.of(folder).events()) {
            assertThat(events).containsExactlyElementsOf(events());
        }
        assertThat(Trace.of(folder))
                .extracting(Trace::lines, Trace::steps, Trace::unfinished, Trace::texts, Trace::finished)
                .containsExactly(8L, 3, 0L, 1, true);
        assertThat(TraceVerifier.verify(folder)).isEqualTo(new TraceVerifier.Verdict(8, 0, List.of(), List.of()));
    }

    @Seeds(20)
    void any_events_at_all_are_read_as_they_were_written(long seed, SplittableRandom random) {
        var folder = new RunFolder(runs.resolve("r" + seed));
        var generated = new Generated(random);
        var events = new java.util.ArrayList<Event>();
        for (int i = 0; i < 60; i++) {
            Event event = generated.any(Event.class);
            if (!(event instanceof Event.Ended)) {
                events.add(event);
            }
        }
        events.add(new Event.Stepped(id(99, "gm", 1)));

        play(folder, events);

        try (var read = Trace.of(folder).events()) {
            assertThat(read).containsExactlyElementsOf(events);
        }
    }

    @Test
    void one_altered_byte_anywhere_is_found_and_named() throws IOException {
        RunFolder folder = written();
        byte[] whole = Files.readAllBytes(folder.trace());
        int line = 1;
        for (int at = 0; at < whole.length; at++) {
            byte[] altered = whole.clone();
            altered[at] ^= 1;
            Files.write(folder.trace(), altered);

            var verdict = TraceVerifier.verify(folder);

            boolean lastEndOfLine = at == whole.length - 1;
            assertThat(verdict.intact()).as("byte %d", at).isEqualTo(lastEndOfLine);
            if (!lastEndOfLine) {
                assertThat(verdict.alterations().getFirst().line()).as("byte %d", at).isEqualTo(line);
            }
            line += whole[at] == '\n' ? 1 : 0;
        }
    }

    @Test
    void an_altered_letter_is_named_by_event_and_line() throws IOException {
        RunFolder folder = written();
        Files.writeString(folder.trace(), Files.readString(folder.trace()).replace("I wait.", "I want."));

        assertThat(TraceVerifier.verify(folder).alterations()).extracting(Object::toString).containsExactly(
                folder.trace() + ":3: 1.0/ada/7 was altered, moved or put in, or a line before it is missing");
        assertThatExceptionOfType(TraceException.class).isThrownBy(() -> play(folder, events()))
                .withMessageStartingWith(folder.trace() + ":3: 1.0/ada/7 was altered");
    }

    @Test
    void removed_doubled_and_swapped_lines_are_found() throws IOException {
        RunFolder folder = written();
        List<String> lines = Files.readAllLines(folder.trace());
        for (int i = 0; i + 1 < lines.size(); i++) {
            for (String way : List.of("removed", "doubled", "swapped")) {
                var changed = new java.util.ArrayList<>(lines);
                switch (way) {
                    case "removed" -> changed.remove(i);
                    case "doubled" -> changed.add(i, lines.get(i));
                    default -> java.util.Collections.swap(changed, i, i + 1);
                }
                Files.write(folder.trace(), changed);
                long named = way.equals("doubled") ? i + 2 : i + 1;

                assertThat(TraceVerifier.verify(folder).alterations()).as("%s %d", way, i).first()
                        .extracting(TraceVerifier.Alteration::line).isEqualTo(named);
            }
        }
    }

    @Test
    void an_altered_text_world_or_count_is_found() throws IOException {
        RunFolder folder = written();
        byte[] texts = Files.readAllBytes(folder.texts());
        for (int at = 0; at < texts.length; at++) {
            byte[] altered = texts.clone();
            altered[at] ^= 1;
            Files.write(folder.texts(), altered);
            assertThat(TraceVerifier.verify(folder).intact()).as("byte %d", at).isFalse();
        }
        Files.write(folder.texts(), texts);
        Files.writeString(folder.world(), "# A wier\n");
        assertThat(TraceVerifier.verify(folder).alterations()).first().extracting(Object::toString).asString()
                .startsWith(folder.world() + ": is not the world that was played");
    }

    @Test
    void an_interrupted_write_loses_the_unfinished_step_and_nothing_else() throws IOException {
        RunFolder folder = written();
        byte[] whole = Files.readAllBytes(folder.trace());
        byte[] texts = Files.readAllBytes(folder.texts());
        for (int size = 0; size <= whole.length; size++) {
            Files.write(folder.trace(), Arrays.copyOf(whole, size));
            String kept = new String(whole, 0, size, StandardCharsets.UTF_8);
            int stepped = kept.lastIndexOf("{\"event\":\"stepped\"");
            int end = stepped < 0 ? -1 : kept.indexOf('\n', stepped);
            if (stepped >= 0 && end < 0) {
                int earlier = kept.lastIndexOf("{\"event\":\"stepped\"", stepped - 1);
                end = earlier < 0 ? -1 : kept.indexOf('\n', earlier);
            }
            long complete = kept.substring(0, end + 1).getBytes(StandardCharsets.UTF_8).length;

            assertThat(Trace.of(folder).bytes()).as("size %d", size).isEqualTo(complete);
            assertThat(TraceVerifier.verify(folder).intact()).isTrue();

            if (size % 29 == 0) {
                play(folder, events());
                assertThat(Files.readAllBytes(folder.trace())).isEqualTo(whole);
                assertThat(Files.readAllBytes(folder.texts())).isEqualTo(texts);
            }
        }
    }

    @Test
    void a_run_played_differently_is_told_at_the_first_event_that_differs() {
        RunFolder folder = written();
        var otherwise = new java.util.ArrayList<>(events());
        otherwise.set(2, acted(1, "I pray."));

        assertThatExceptionOfType(TraceException.class).isThrownBy(() -> play(folder, otherwise)).withMessage(folder
                .trace()
                + ":3: played again, this event differs\n"
                + "  trace: {\"event\":\"acted\",\"id\":\"1.0/ada/7\",\"spec\":{\"kind\":\"attempting\",\"ask\":\"What do you do?\"},\"text\":\"I wait.\"}\n"
                + "  now:   {\"event\":\"acted\",\"id\":\"1.0/ada/7\",\"spec\":{\"kind\":\"attempting\",\"ask\":\"What do you do?\"},\"text\":\"I pray.\"}");
    }

    @Test
    void a_trace_cut_at_a_step_is_betrayed_by_the_record() throws IOException {
        RunFolder folder = written();
        Trace trace = Trace.of(folder);
        try (RunLock lock = folder.lock(WORLD)) {
            new RunRecord("weir-0123456789ab", "weir", 7, RunRecord.Status.FINISHED, 3, trace.lines(), trace.head(), 1,
                    new LinkedHashMap<>(), List.of(), List.of()).write(lock);
        }
        assertThat(TraceVerifier.verify(folder).intact()).isTrue();

        List<String> lines = Files.readAllLines(folder.trace());
        Files.write(folder.trace(), lines.subList(0, 5));

        assertThat(TraceVerifier.verify(folder).alterations()).extracting(Object::toString)
                .containsExactly(folder.trace() + ":5: ends here after 5 events; run.json says there were 8");
    }

    @Test
    void one_altered_byte_of_the_record_is_found() throws IOException {
        RunFolder folder = written();
        Trace trace = Trace.of(folder);
        try (RunLock lock = folder.lock(WORLD)) {
            new RunRecord("weir-0123456789ab", "weir", 7, RunRecord.Status.FINISHED, 3, trace.lines(), trace.head(), 1,
                    new LinkedHashMap<>(), List.of(), List.of()).write(lock);
        }
        byte[] whole = Files.readAllBytes(folder.record());
        assertThat(TraceVerifier.verify(folder).intact()).isTrue();
        for (int at = 0; at < whole.length - 1; at++) {
            byte[] altered = whole.clone();
            altered[at] ^= 1;
            Files.write(folder.record(), altered);
            assertThat(TraceVerifier.verify(folder).alterations()).as("byte %d", at).first()
                    .extracting(TraceVerifier.Alteration::file).isEqualTo(folder.record().toString());
        }
    }

    @Test
    void two_writers_of_one_run_are_refused() {
        try (RunLock first = folder().lock(WORLD)) {
            assertThat(first.folder()).isEqualTo(folder());
            assertThatExceptionOfType(TraceException.class).isThrownBy(() -> folder().lock(WORLD))
                    .withMessage(folder().path() + ": is being written by another process; wait for it, or stop it");
        }
        folder().lock(WORLD).close();
    }

    @Test
    void the_end_must_stand_within_its_step() {
        try (RunLock lock = folder().lock(WORLD); TraceWriter writer = TraceWriter.open(lock)) {
            assertThatIllegalStateException()
                    .isThrownBy(() -> writer.record(new Event.Ended(id(1, "gm", 1), List.of(), "clock")))
                    .withMessage("1.0/gm/1: Ended must stand in its step, and only Stepped may follow it");
        }
    }

    @Test
    void the_name_of_a_run_does_not_depend_on_the_order_of_its_manifest() {
        var one = new LinkedHashMap<String, String>();
        one.put("a", "1");
        one.put("b", "2");

        assertThat(RunFolder.name("weir", 7, one)).isEqualTo(RunFolder.name("weir", 7, one.reversed()))
                .matches("weir-[0-9a-f]{12}")
                .isNotEqualTo(RunFolder.name("weir", 8, one));
    }
}
