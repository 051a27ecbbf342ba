package microcosm.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.CRC32;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

class AskCommandTest {
    @TempDir
    private static Path folder;
    private static Path run;

    @BeforeAll
    static void play_the_village() { run = Ran.village(folder, 1); }

    @Test
    void somebody_answers_with_what_they_think_and_what_it_rests_on() {
        Ran ran = Ran.microcosm("ask", run, "tomas", "Is the mill sound?", "--at", 3, "--limit", 2);

        assertThat(ran.code()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out().lines().toList())
                .startsWith("Tomas Brandt, asked aside after day 3: “Is the mill sound?”", "")
                .anySatisfy(line -> assertThat(line).startsWith("    “The mill is sound”: I "))
                .anySatisfy(
                        line -> assertThat(line).matches("0\\.\\d{4}  3\\.\\d+/tomas-brandt/\\d+ +The mill is sound"))
                .anySatisfy(line -> assertThat(line).matches("\\d\\.\\d{4}  [123]\\.\\d+/gm/\\d+ .*"));
    }

    @Test
    void json_cites_events_of_the_trace_up_to_that_step_with_scores_that_explain_themselves() throws Exception {
        JsonNode json = Ran.microcosm("ask", run, "mira-oduya", "Will the mill stop?", "--at", 2, "--json").json();

        assertThat(json.fieldNames()).toIterable().containsExactly("run", "person", "name", "question", "step",
                "answer",
                "credences", "recollections");
        assertThat(json.get("person").asText()).isEqualTo("mira-oduya");
        assertThat(json.get("name").asText()).isEqualTo("Mira Oduya");
        assertThat(json.get("step").asInt()).isEqualTo(2);
        assertThat(json.get("credences")).singleElement()
                .satisfies(view -> assertThat(view.get("claim").asText()).isEqualTo("the-mill-will-stop"));
        String trace = Files.readString(run.resolve("trace.jsonl"));
        assertThat(json.get("recollections")).isNotEmpty().allSatisfy(one -> {
            assertThat(one.get("step").asInt()).isLessThanOrEqualTo(2);
            assertThat(trace).contains("\"id\":\"" + one.get("event").asText() + "\"");
            double sum = 0;
            for (JsonNode part : one.get("why").get("from")) {
                sum += part.get("value").asDouble();
            }
            assertThat(one.get("score").asDouble()).isEqualTo(one.get("why").get("value").asDouble());
            assertThat(sum).isCloseTo(one.get("score").asDouble(), org.assertj.core.data.Offset.offset(1e-9));
        });
        assertThat(json.get("recollections")).anySatisfy(one -> {
            assertThat(one.get("from").asText()).isEqualTo("Tomas Brandt");
            assertThat(one.get("text").asText()).contains("The mill will stop.");
        });
        assertThat(scores(json)).isSortedAccordingTo((a, b) -> Double.compare(b, a));
    }

    @Test
    void the_credence_is_the_one_the_trace_has_for_that_step() throws Exception {
        for (int step = 0; step <= 12; step += 3) {
            JsonNode view = Ran.microcosm("ask", run, "tomas-brandt", "Is the mill sound?", "--at", step, "--json")
                    .json()
                    .get("credences").get(0);

            String last = "";
            for (String line : Files.readAllLines(run.resolve("trace.jsonl"))) {
                if (line.contains("\"claim\":\"the-mill-is-sound\"") && line.contains("\"event\":\"believed\"")
                        && line.contains("/tomas-brandt/")
                        && Integer.parseInt(line.replaceAll(".*\"id\":\"(\\d+)\\..*", "$1")) <= step) {
                    last = line;
                }
            }
            if (last.isEmpty()) {
                assertThat(view.has("event")).as("step " + step).isFalse();
            } else {
                assertThat(last).contains("\"id\":\"" + view.get("event").asText() + "\"")
                        .contains("\"credence\":" + view.get("credence").decimalValue().setScale(4));
            }
        }
    }

    @Test
    void asking_changes_nothing() throws Exception {
        SequencedMap<String, String> before = contents();

        Ran first = Ran.microcosm("ask", run, "ilse", "Will the mill stop?");
        Ran.microcosm("ask", run, "ilse", "Is the mill sound?", "--at", 5, "--json");
        Ran again = Ran.microcosm("ask", run, "ilse", "Will the mill stop?");

        assertThat(contents()).isEqualTo(before);
        assertThat(again).isEqualTo(first);
        assertThat(Ran.microcosm("replay", run).code()).isZero();
    }

    @Test
    void a_run_that_was_stopped_can_be_asked_as_far_as_it_was_played() {
        Path stopped = Path.of(Ran.microcosm("run", "weir-village", "--seed", 3, "--steps", 2, "--out", folder).last());

        assertThat(Ran.microcosm("ask", stopped, "mira", "Will the mill stop?").out())
                .startsWith("Mira Oduya, asked aside after day 2: ");
        assertThat(Ran.microcosm("ask", stopped, "mira", "Will the mill stop?", "--at", 3)).isEqualTo(new Ran(2, "",
                "microcosm: " + stopped + ": was played to step 2; it cannot be asked about step 3\n"));
    }

    /// Enough people and steps that memories go into an index.
    @Test
    void an_index_that_is_gone_or_damaged_is_made_again_and_the_answer_is_the_same() throws Exception {
        Path many = folder.resolve("many.world.md");
        Files.writeString(many, many());
        Path played = Path.of(Ran.microcosm("run", many, "--out", folder).last());
        Path index = played.resolve("index");
        Object[] line = {"ask", played, "ann-7", "Will the bridge hold?", "--json"};
        Ran expected = Ran.microcosm(line);
        assertThat(expected.code()).as(expected.err()).isZero();
        assertThat(expected.err()).isEmpty();
        assertThat(index).isDirectoryContaining("glob:**.dvd");
        assertThat(expected.json().get("recollections")).isNotEmpty();

        for (String harm : List.of("gone", "corrupt", "half", "version")) {
            harm(index, harm);

            Ran again = Ran.microcosm(line);

            assertThat(again.code()).as(harm).isZero();
            assertThat(again.out()).as(harm).isEqualTo(expected.out());
            if (harm.equals("gone")) {
                assertThat(again.err()).isEmpty();
            } else {
                assertThat(again.err()).as(harm).containsOnlyOnce("\n")
                        .contains("memory index of " + played.getFileName() + " is made again: ");
            }
            assertThat(Ran.microcosm(line)).as("after " + harm).isEqualTo(expected);
        }
    }

    private static void harm(Path index, String harm) throws IOException {
        try (Stream<Path> inside = Files.list(index)) {
            for (Path file : inside.toList()) {
                String name = file.getFileName().toString();
                byte[] bytes = Files.readAllBytes(file);
                if (harm.equals("gone")) {
                    Files.delete(file);
                } else if (harm.equals("corrupt") && name.endsWith(".dvd")) {
                    bytes[bytes.length / 2] ^= 1;
                    Files.write(file, bytes);
                } else if (harm.equals("half") && name.startsWith("segments")) {
                    Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
                } else if (harm.equals("version") && name.startsWith("segments")) {
                    ofAnotherVersion(file, bytes);
                }
            }
        }
        if (harm.equals("gone")) {
            Files.delete(index);
        }
    }

    /// Says another layout in the commit, with the checksum that belongs to it.
    private static void ofAnotherVersion(Path commit, byte[] bytes) throws IOException {
        byte[] was = "microcosm memory 1;".getBytes(StandardCharsets.US_ASCII);
        int at = 0;
        while (!Arrays.equals(bytes, at, at + was.length, was, 0, was.length)) {
            at++;
        }
        bytes[at + was.length - 2] = '0';
        var check = new CRC32();
        check.update(bytes, 0, bytes.length - Long.BYTES);
        ByteBuffer.wrap(bytes).putLong(bytes.length - Long.BYTES, check.getValue());
        Files.write(commit, bytes);
    }

    /// Forty people who remember a hundred and twenty evenings each.
    private static String many() {
        var page = new StringBuilder("""
                ---
                format: world/1
                id: many
                clock: {unit: day, steps: 3, order: shuffled}
                game-master: rules
                ---
                # Many

                Forty people and a bridge.

                ## People
                """);
        for (int i = 0; i < 40; i++) {
            page.append("\n### Ann ").append(i).append("\n\n- policy: gossip(talk: 1, again: 1)\n- believes: ")
                    .append("[The bridge will hold](#the-bridge-will-hold) 0.").append(i % 2 == 0 ? 9 : 1).append('\n');
        }
        String everybody = IntStream.range(0, 40).mapToObj(i -> "Ann " + i).collect(Collectors.joining(", "));
        page.append("\n## Memories\n\n| who | remembers |\n|---|---|\n");
        for (int i = 0; i < 120; i++) {
            page.append("| ").append(everybody).append(" | On evening ").append(i)
                    .append(i % 3 == 0 ? " the bridge held |\n" : " it rained |\n");
        }
        return page.append("""

                ## Claims

                ### The bridge will hold

                ## Channels

                | channel | who may speak | open | heard by |
                |---|---|---|---|
                | square | everyone | every day | everyone |
                """).toString();
    }

    @Test
    void mistakes_are_named() {
        assertThat(Ran.microcosm("ask", run, "mora", "Why?")).isEqualTo(new Ran(2, "", """
                microcosm: nobody is called "mora"; did you mean "Mira"?
                  there are: mira-oduya, tomas-brandt, ilse-varga, old-peder
                """));
        assertThat(Ran.microcosm("ask", run, "r", "Why?").err())
                .startsWith("microcosm: more than one person is called \"r\"\n");
        assertThat(Ran.microcosm("ask", run, "mira", " ").err()).isEqualTo("microcosm: the question is empty\n");
        assertThat(Ran.microcosm("ask", run, "mira").err())
                .isEqualTo("microcosm: Missing required parameter: 'QUESTION'\nTry 'microcosm ask --help'.\n");
        assertThat(Ran.microcosm("ask", folder, "mira", "Why?").err()).isEqualTo(
                "microcosm: " + folder + ": is not a run folder: it holds no world.md\n");
    }

    private static List<Double> scores(JsonNode json) {
        var scores = new ArrayList<Double>();
        json.get("recollections").forEach(one -> scores.add(one.get("score").asDouble()));
        return scores;
    }

    /// Every file with its bytes and the time it was last written.
    private static SequencedMap<String, String> contents() throws IOException {
        var contents = new TreeMap<String, String>();
        try (Stream<Path> files = Files.walk(run)) {
            files.filter(Files::isRegularFile).forEach(file -> {
                try {
                    FileTime written = Files.getLastModifiedTime(file);
                    contents.put(run.relativize(file).toString(), Files.readString(file) + written);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        return contents;
    }
}
