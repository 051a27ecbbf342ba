package microcosm.trace;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import microcosm.testing.Seeds;
import microcosm.worlds.ActionSpec;
import microcosm.worlds.Attempt;
import microcosm.worlds.Bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class FoldTest {
    private static final String WORLD = "# A pasture\n";
    @TempDir
    Path runs;

    private static EventId id(int step, int turn, String owner, int ordinal) {
        return new EventId(step, turn, owner, ordinal);
    }

    private static Event began() {
        var manifest = new LinkedHashMap<String, String>();
        manifest.put(RunFolder.WORLD_DIGEST, Digest.hex(Digest.of(WORLD)));
        return new Event.Began(id(0, 0, "gm", 1), "pasture", "A pasture", 7, manifest);
    }

    private static Event cast(String person, int step) {
        return new Event.Cast(id(step, 0, person, 1), "The " + person, Bundle.NONE, new LinkedHashMap<>());
    }

    private static Event acted(int step, String person, String text) {
        return new Event.Acted(id(step, 1, person, 1), List.of(), new ActionSpec.Attempting("What do you do?"), text);
    }

    private static Event read(int step, String person, String units) {
        var arguments = new LinkedHashMap<String, String>();
        arguments.put("units", units);
        return new Event.Read(id(step, 1, person, 2), List.of(id(step, 1, person, 1)), "rules",
                List.of(new Attempt("take", arguments, 0, 4)), List.of(), List.of());
    }

    private static Event took(int step, int ordinal, String person, String units) {
        return new Event.Resolved(id(step, 1, "gm", ordinal), List.of(id(step, 1, person, 2)), "take",
                List.of(new Effect.Became(person, "supply", units)), "");
    }

    private RunFolder written(String name, List<Event> events) {
        var folder = new RunFolder(runs.resolve(name));
        try (RunLock lock = folder.lock(WORLD); TraceWriter writer = TraceWriter.open(lock, true)) {
            events.forEach(writer::record);
        }
        return folder;
    }

    private static List<Event> events(RunFolder folder) {
        try (var events = Trace.of(folder).events()) {
            return events.toList();
        }
    }

    /// A round in which everybody takes, is granted it in another order, and gets what the pool gives.
    private static List<Event> round(List<String> people) {
        var events = new ArrayList<Event>(List.of(began()));
        people.forEach(person -> events.add(cast(person, 0)));
        events.add(new Event.Stepped(id(0, 0, "gm", 2)));
        for (int i = 0; i < people.size(); i++) {
            events.add(acted(1, people.get(i), "take(units: " + i % 3 + ")"));
            events.add(read(1, people.get(i), Integer.toString(i % 3)));
        }
        var drawn = new ArrayList<>(people);
        Collections.shuffle(drawn, new Random(3));
        for (int i = 0; i < drawn.size(); i++) {
            events.add(took(1, i + 1, drawn.get(i), "1"));
        }
        var effects = new ArrayList<Effect>();
        for (int i = 0; i < people.size(); i++) {
            effects.add(new Effect.Became(people.get(i), "harvest", Integer.toString(i % 3)));
            effects.add(new Effect.Became(people.get(i), "gain", (1.5 * i) + ""));
            effects.add(new Effect.Made(people.get(i), Bundle.of("grass", BigDecimal.valueOf(2))));
        }
        effects.add(new Effect.Told("", "", List.of("*"), "Nothing is left for ~ and #1, at $2."));
        events.add(new Event.Resolved(id(1, 2, "gm", 1), List.of(), "common-pool", effects, "Nothing is left."));
        people.forEach(person -> events
                .add(new Event.Observed(id(1, 2, person, 1), List.of(id(1, 2, "gm", 1)), new LinkedHashMap<>())));
        events.add(new Event.Stepped(id(1, 2, "gm", 2)));
        return events;
    }

    private static List<String> herders(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> "herder-" + i).toList();
    }

    @Test
    void what_a_thousand_do_alike_takes_a_few_lines_and_is_read_as_it_was() throws IOException {
        List<Event> events = round(herders(1000));

        RunFolder folder = written("many", events);

        assertThat(events(folder)).isEqualTo(events);
        Trace trace = Trace.of(folder);
        assertThat(trace.count()).isEqualTo(events.size());
        // Who began, those who were cast, two steps; and acts, grants, the pool and what was observed, a line each.
        assertThat(trace.lines()).isEqualTo(1 + 1000 + 2 + 4);
        long after = trace.bytes() - Files.readString(folder.trace()).indexOf("{\"event\":\"each\"");
        assertThat(after / 4000.0).as("bytes an event").isLessThan(10);
        assertThat(TraceVerifier.verify(folder))
                .isEqualTo(new TraceVerifier.Verdict(events.size(), 0, List.of(), List.of()));
    }

    @Test
    void the_examples_of_the_format_are_what_is_written() throws IOException {
        var events = new ArrayList<Event>(List.of(began()));
        herders(8).forEach(person -> events.add(cast(person, 0)));
        for (int i = 1; i <= 8; i++) {
            events.add(
                    new Event.Acted(id(3, 1, "herder-" + i, 1), List.of(), new ActionSpec.Attempting("What do you do?"),
                            "take(units: " + (i == 7 ? 2 : 1) + ")"));
        }
        int ordinal = 12;
        for (int i : List.of(4, 2, 3, 8, 1, 5, 6, 7)) {
            events.add(new Event.Resolved(id(3, 1, "gm", ordinal++), List.of(id(3, 1, "herder-" + i, 2)), "take",
                    List.of(new Effect.Became("herder-" + i, "supply lake", "1")), ""));
        }
        events.add(new Event.Stepped(id(3, 1, "gm", ordinal)));

        List<String> lines = Files.readAllLines(written("format", events).trace()).stream()
                .filter(line -> line.startsWith("{\"event\":\"each\"")).toList();

        assertThat(Files.readAllLines(Path.of("FORMAT.md")).stream().filter(line -> line.startsWith("  {\"event\""))
                .map(String::strip).toList())
                .isEqualTo(lines.stream().map(line -> line.substring(0, line.lastIndexOf(",\"hash\"")) + "}").toList());
    }

    /// Somebody's own name in what is said of them is no sign that others' stands there in theirs.
    @Test
    void what_one_person_has_twice_says_nothing_of_others() {
        var events = new ArrayList<Event>(List.of(began()));
        List<String> people = herders(12);
        people.forEach(person -> events.add(cast(person, 0)));
        var effects = new ArrayList<Effect>();
        effects.add(new Effect.Became("herder-1", "likes herder-1", "1"));
        people.forEach(person -> effects.add(new Effect.Became(person, "likes herder-1", "1")));
        events.add(new Event.Resolved(id(1, 2, "gm", 1), List.of(), "x", effects, ""));
        events.add(new Event.Stepped(id(1, 2, "gm", 2)));

        assertThat(events(written("twice", events))).isEqualTo(events);
    }

    @Test
    void what_few_do_stands_as_elsewhere() throws IOException {
        List<Event> events = round(herders(Fold.LEAST - 1));

        RunFolder folder = written("few", events);

        assertThat(Files.readString(folder.trace())).doesNotContain("\"each\"");
        assertThat(events(folder)).isEqualTo(events);
    }

    @Test
    void the_same_is_written_again_when_it_is_compared() {
        List<Event> events = round(herders(40));
        RunFolder folder = written("again", events);

        try (TraceWriter writer = TraceWriter.comparing(folder, true)) {
            events.forEach(writer::record);
        }
        var other = new ArrayList<>(events);
        other.replaceAll(event -> event.equals(read(1, "herder-9", "2")) ? read(1, "herder-9", "1") : event);
        assertThat(other).isNotEqualTo(events);
        try (TraceWriter writer = TraceWriter.comparing(folder, true)) {
            assertThatExceptionOfType(TraceException.class).isThrownBy(() -> other.forEach(writer::record))
                    .withMessageContaining("trace.jsonl:43: played again, this event differs");
        }
    }

    /// Names that are parts of others, signs of the templates in what is said, gaps in ordinals, births, long texts, values that are no numbers.
    @Seeds(60)
    void any_round_at_all_is_read_as_it_was_written(long seed, SplittableRandom random) {
        List<String> names = List.of("a", "a-b", "b", "b-a", "ab", "a1", "a-1", "a-11", "acted", "gm-a", "a_b", "zoë",
                "event", "x", "y",
                "z", "read", "id", "1", "11");
        List<String> said = List.of("take(units: 1)", "take(units: 2)", "a and a-b", "~", "#3", "$", "\"a\"",
                "zoë says: a",
                "ż".repeat(301), "x".repeat(400), "a".repeat(299) + "~", "1.1/a/1");
        List<String> values = List.of("1", "2.50", "-3", "1E+2", "yes", "a", "", "~", "x".repeat(301), "1|2", "1,2");
        var events = new ArrayList<Event>(List.of(began()));
        var people = new ArrayList<>(names.subList(0, 12));
        people.forEach(person -> events.add(cast(person, 0)));
        events.add(new Event.Stepped(id(0, 0, "gm", 2)));
        for (int step = 1; step < 4; step++) {
            if (step == 2) {
                for (String born : names.subList(12, names.size())) {
                    events.add(cast(born, step));
                    people.add(born);
                }
            }
            int ordinal = 1;
            for (int i = 0; i < 60; i++) {
                String person = people.get(random.nextInt(3) == 0 ? random.nextInt(people.size()) : i % people.size());
                String value = values.get(random.nextInt(3) == 0 ? random.nextInt(values.size()) : 0);
                String text = said.get(random.nextInt(4) == 0 ? random.nextInt(said.size()) : 0);
                ordinal += random.nextInt(20) == 0 ? 2 : 1;
                switch (i / 20) {
                    case 0 -> {
                        int nth = random.nextInt(8) == 0 ? 3 : 1;
                        var causes = new ArrayList<EventId>(List.of(id(step, 0, "gm", 2)));
                        if (random.nextInt(8) == 0) {
                            causes.set(0, id(step - random.nextInt(2), random.nextInt(2), "gm", 1 + random.nextInt(2)));
                        }
                        if (random.nextInt(8) == 0) {
                            causes.add(id(step, 0, random.nextBoolean() ? person : "a", 1));
                        }
                        events.add(new Event.Acted(id(step, 1, person, nth), causes,
                                new ActionSpec.Attempting("What do you do?"), text));
                        events.add(read(step, person, value));
                    }
                    case 1 -> events.add(random.nextInt(10) == 0
                            ? new Event.Refused(id(step, 1, "gm", ordinal), List.of(id(step, 1, person, 2)), "take",
                                    text)
                            : took(step, ordinal, person, value));
                    default -> {
                        var effects = new ArrayList<Effect>();
                        for (String each : people) {
                            effects.add(new Effect.Became(each, "gain", values.get(random.nextInt(values.size()))));
                            effects.add(random.nextInt(30) == 0
                                    ? new Effect.Told("", "", List.of(each), text)
                                    : new Effect.Became(each, "harvest", value));
                        }
                        events.add(new Event.Resolved(id(step, 1, "gm", ordinal), List.of(), text, effects, text));
                    }
                }
            }
            events.add(new Event.Stepped(id(step, 2, "gm", 2)));
        }

        RunFolder folder = written("r" + seed, events);

        assertThat(events(folder)).isEqualTo(events);
        assertThat(Trace.of(folder).count()).isEqualTo(events.size());
        assertThat(TraceVerifier.verify(folder).intact()).isTrue();
        assertThat(TraceVerifier.verify(folder).events()).isEqualTo(events.size());
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
            "[[{\"event\":\"stepped\",\"id\":\"1.0/~/1\"}]]; 1-200000000; \"of\": 3 is nobody; 2 were cast",
            "[[{\"event\":\"stepped\",\"id\":\"1.0/~/1\"}]]; 1,1; \"of\": 1 stands twice",
            "[[{\"event\":\"stepped\",\"id\":\"1.0/~/1\"}]]; 2-1; \"of\": 2-1 names nobody, or no template",
            "[[{\"event\":\"stepped\",\"id\":\"1.0/~/1\"}]]; 1*2; \"of\": 1*2 names nobody, or no template",
            "[[]]; 1; \"of\": 1 names nobody, or no template",
            "[[{\"event\":\"stepped\",\"id\":\"1.0/~/$\"}]]; 1; \"of\": 1 has fewer values than the template",
            "[[{\"event\":\"stepped\",\"id\":\"1.0/~/1\"}]]; everybody; \"of\": expected people such as 1-3 or 4*2, found \"everybody\"",
            "[[{\"event\":\"each\",\"id\":\"1.0/~/1\"}]]; 1; unknown event \"each\"",
            "[7]; 1; expected templates such as [[{…}]], found 7",
            "7; 1; expected templates such as [[{…}]], found 7"})
    void a_line_that_stands_for_what_is_not_there_is_refused_by_its_number(String templates, String of, String problem)
            throws IOException {
        RunFolder folder = written("forged", List.of(began(), cast("ada", 0), cast("bo", 0),
                new Event.Stepped(id(0, 0, "gm", 2))));
        var chain = new Chain();
        for (String line : Files.readAllLines(folder.trace())) {
            byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
            assertThat(chain.accepts(bytes, 0, bytes.length)).isTrue();
        }
        var forged = new JsonText(LongTexts.NONE);
        forged.raw("{\"event\":\"each\",\"id\":\"1.0\",\"events\":");
        forged.append(json(templates));
        forged.raw(",\"of\":\"" + of + "\"");
        chain.seal(forged, 0);
        int second = forged.length();
        EventJson.SHAPE.write(forged, new Event.Stepped(id(1, 0, "gm", 1)));
        forged.cutTo(forged.length() - 1);
        chain.seal(forged, second);
        Files.writeString(folder.trace(), forged.toString(), java.nio.file.StandardOpenOption.APPEND);

        assertThatExceptionOfType(TraceException.class).isThrownBy(() -> events(folder))
                .withMessageContaining("trace.jsonl:5: ").withMessageContaining(problem);
    }

    private static JsonText json(String json) {
        var text = new JsonText(LongTexts.NONE);
        text.raw(json);
        return text;
    }
}
