package microcosm.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/// `verify`, `trace`, and what every command that takes a run folder does with one that is none.
class RunFolderCommandsTest {
    @TempDir
    private static Path folder;
    private static Path run;

    @BeforeAll
    static void play_the_village() { run = Ran.village(folder, 1); }

    @Test
    void a_folder_that_is_no_run_is_refused_by_every_command_that_takes_one() throws Exception {
        Path empty = Files.createDirectories(folder.resolve("empty"));
        Path missing = folder.resolve("missing");
        Path file = Files.writeString(folder.resolve("file.txt"), "x");

        for (List<String> command : List.of(List.of("verify"), List.of("trace"), List.of("replay"), List.of("ask"))) {
            for (Path none : List.of(empty, missing, file)) {
                Ran ran = command.equals(List.of("ask"))
                        ? Ran.microcosm("ask", none, "mira", "Why?")
                        : Ran.microcosm(command.getFirst(), none);

                assertThat(ran).as(command + " " + none).isEqualTo(
                        new Ran(2, "", "microcosm: " + none + ": is not a run folder: it holds no world.md\n"));
            }
        }
        assertThat(Ran.microcosm("audit", empty)).isEqualTo(new Ran(2, "", empty + ": holds no trace.jsonl\n"));
    }

    @Test
    void an_untouched_run_is_verified() throws Exception {
        long events = Files.readAllLines(run.resolve("trace.jsonl")).size();

        Ran ran = Ran.microcosm("verify", run);
        assertThat(ran.code()).isZero();
        assertThat(ran.out()).matches(events + " events, each following from the one before; nothing was altered\n"
                + "signed after " + events + " events by [A-Za-z0-9_-]{59}\n");
        JsonNode json = Ran.microcosm("verify", run, "--json").json();
        assertThat(json.fieldNames()).toIterable().containsExactly("run", "intact", "events", "unfinished",
                "alterations", "signatures");
        assertThat(json.get("intact").asBoolean()).isTrue();
        assertThat(json.get("events").asLong()).isEqualTo(events);
    }

    @Test
    void a_run_signed_with_a_key_is_that_keys_and_no_others() throws Exception {
        Path own = key("own.pem");
        Path other = key("other.pem");
        String dir = Ran.microcosm("run", "weir-village", "--steps", 2, "--sign-with", own, "--out",
                folder.resolve("signed"), "--json").json().get("dir").asText();
        String unsigned = Ran.microcosm("run", "weir-village", "--steps", 2, "--out", folder.resolve("unsigned"),
                "--json").json().get("dir").asText();

        assertThat(Ran.microcosm("verify", dir, "--signed-by", own).code()).isZero();
        Ran wrong = Ran.microcosm("verify", dir, "--signed-by", other);
        assertThat(wrong.code()).isEqualTo(1);
        assertThat(wrong.out()).startsWith(dir + "/run.json: holds no signature of ")
                .endsWith(" over the whole log\n");
        assertThat(Files.readAllBytes(Path.of(dir, "trace.jsonl")))
                .isEqualTo(Files.readAllBytes(Path.of(unsigned, "trace.jsonl")));
        assertThat(Ran.microcosm("run", "weir-village", "--sign-with", folder.resolve("no.pem"), "--out",
                folder.resolve("signed")).code()).isEqualTo(2);

        Ran.microcosm("run", "weir-village", "--steps", 3, "--out", folder.resolve("signed"));
        assertThat(Ran.microcosm("verify", dir).out().lines().filter(line -> line.startsWith("signed after")))
                .hasSize(2);
        assertThat(Ran.microcosm("verify", dir, "--signed-by", own).code()).isEqualTo(1);
    }

    private static Path key(String name) throws Exception {
        var pair = java.security.KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        var lines = java.util.Base64.getMimeEncoder();
        return Files.writeString(folder.resolve(name), "-----BEGIN PRIVATE KEY-----\n"
                + lines.encodeToString(pair.getPrivate().getEncoded()) + "\n-----END PRIVATE KEY-----\n"
                + "-----BEGIN PUBLIC KEY-----\n" + lines.encodeToString(pair.getPublic().getEncoded())
                + "\n-----END PUBLIC KEY-----\n");
    }

    @Test
    void the_first_event_that_was_altered_is_named() throws Exception {
        Path altered = Ran.village(folder.resolve("altered"), 1);
        List<String> lines = new java.util.ArrayList<>(Files.readAllLines(altered.resolve("trace.jsonl")));
        int at = 40;
        String id = lines.get(at).replaceAll(".*\"id\":\"([^\"]+)\".*", "$1");
        lines.set(at, lines.get(at).replaceFirst("\"event\":\"", "\"event\":\"x"));
        Files.writeString(altered.resolve("trace.jsonl"), String.join("\n", lines) + "\n");

        Ran ran = Ran.microcosm("verify", altered);

        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).startsWith(altered.resolve("trace.jsonl") + ":" + (at + 1) + ": " + id
                + " was altered, moved or put in, or a line before it is missing\n");
        JsonNode alteration = Ran.microcosm("verify", altered, "--json").json().get("alterations").get(0);
        assertThat(alteration.fieldNames()).toIterable().containsExactly("file", "line", "what");
        assertThat(alteration.get("line").asInt()).isEqualTo(at + 1);
    }

    @Test
    void a_trace_is_told_step_by_step() {
        Ran ran = Ran.microcosm("trace", run);

        assertThat(ran.code()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).startsWith("The Weir Village (seed 1)\n").contains("\nDay 1\n").contains("\nDay 12\n")
                .contains("    Tomas Brandt (");
        Ran two = Ran.microcosm("trace", run, "--from", 3, "--to", 4);
        assertThat(two.out().lines().filter(line -> line.startsWith("Day "))).containsExactly("Day 3", "Day 4");
    }

    @Test
    void as_somebody_one_sees_only_what_they_saw() {
        Ran ran = Ran.microcosm("trace", run, "--as", "Mira", "--to", 2);

        assertThat(ran.out()).contains("You are Mira Oduya;").contains("    You: “")
                .doesNotContain("Old Peder now gives");
        assertThat(Ran.microcosm("trace", run, "--as", "mira-oduya", "--to", 2)).isEqualTo(ran);
        assertThat(Ran.microcosm("trace", run, "--as", "tomsa").err()).isEqualTo("""
                microcosm: nobody is called "tomsa"; did you mean "Tomas"?
                  there are: mira-oduya, tomas-brandt, ilse-varga, old-peder
                """);
    }

    @Test
    void lines_are_found_by_their_words_and_cite_their_events() throws Exception {
        JsonNode json = Ran.microcosm("trace", run, "--grep", "SOUND", "--json").json();

        assertThat(json.get("lines")).isNotEmpty().allSatisfy(line -> {
            assertThat(line.fieldNames()).toIterable().containsExactly("event", "depth", "text");
            assertThat(line.get("text").asText()).containsIgnoringCase("sound");
            assertThat(line.get("event").asText()).matches("\\d+\\.\\d+/[a-z-]+/\\d+");
        });
    }

    @Test
    void steps_the_wrong_way_round_are_the_users_mistake() {
        assertThat(Ran.microcosm("trace", run, "--from", 3, "--to", 2))
                .isEqualTo(new Ran(2, "", "microcosm: --from 3 lies after --to 2\n"));
    }
}
