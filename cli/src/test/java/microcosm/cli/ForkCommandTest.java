package microcosm.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/// A run forked with each of the changes that can be made, as from a shell.
class ForkCommandTest {
    @TempDir
    private static Path folder;
    private static Path run;
    private static String offer;

    @BeforeAll
    static void play_the_village() throws IOException {
        run = Ran.village(folder, 1);
        offer = lines(run).stream()
                .filter(line -> line.startsWith("{\"event\":\"acted\"") && line.contains("/tomas-brandt/")
                        && line.contains("\"id\":\"2.") && line.contains("The mill will stop."))
                .map(line -> line.replaceAll(".*\"id\":\"([^\"]+)\".*", "$1")).findFirst().orElseThrow();
    }

    private static List<String> lines(Path of) throws IOException {
        return Files.readAllLines(of.resolve("trace.jsonl"));
    }

    private static JsonNode forked(Object... changes) throws IOException {
        var words = new java.util.ArrayList<Object>(List.of("fork", run, "--at", 2, "--json"));
        words.addAll(List.of(changes));
        Ran ran = Ran.microcosm(words.toArray());
        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.err()).isEmpty();
        return ran.json();
    }

    private static List<String> story(JsonNode forked) {
        return Ran.microcosm("trace", forked.get("dir").asText(), "--from", 2, "--to", 2).out().lines()
                .map(String::strip).toList();
    }

    @Test
    void an_edited_utterance_is_read_settled_and_heard_as_it_now_is() throws IOException {
        JsonNode fork = forked("--edit", offer + "=Mira, the mill is sound.");

        assertThat(fork.get("differs").asText()).isEqualTo(offer);
        assertThat(story(fork)).contains("Tomas Brandt (doorstep, to Mira Oduya): “Mira, the mill is sound.”")
                .noneMatch(line -> line.startsWith("Tomas Brandt offers"));
        assertThat(lines(Path.of(fork.get("dir").asText())).subList(1, fork.get("shared_events").asInt()))
                .as("the shared prefix, but for the chain, which begins with the run")
                .map(line -> line.replaceAll(",\"hash\".*", ""))
                .isEqualTo(lines(run).subList(1, fork.get("shared_events").asInt()).stream()
                        .map(line -> line.replaceAll(",\"hash\".*", "")).toList());
    }

    @Test
    void who_is_dropped_says_and_does_nothing_in_that_turn() throws IOException {
        JsonNode fork = forked("--drop", offer);

        assertThat(fork.get("differs").asText()).isEqualTo(offer);
        assertThat(story(fork))
                .noneMatch(line -> line.startsWith("Tomas Brandt (") || line.startsWith("Tomas Brandt offers"));
    }

    @Test
    void other_words_in_one_persons_ears_leave_what_was_said() throws IOException {
        String told = lines(run).stream()
                .filter(line -> line.startsWith("{\"event\":\"resolved\"") && line.contains("\"id\":\"2.")
                        && line.contains("\"from\":\"tomas-brandt\",\"to\":[\"mira-oduya\"]")
                        && line.contains("The mill will stop."))
                .map(line -> line.replaceAll("^\\{\"event\":\"resolved\",\"id\":\"([^\"]+)\".*", "$1")).findFirst()
                .orElseThrow();

        JsonNode fork = forked("--hear", "mira-oduya:" + told + "=Mira, the mill is sound.");

        assertThat(fork.get("differs").asText()).matches("2\\.\\d+/mira-oduya/1");
        assertThat(story(fork)).anyMatch(line -> line.startsWith("Tomas Brandt (doorstep, to Mira Oduya)")
                && line.contains("The mill will stop."));
        assertThat(Ran.microcosm("trace", fork.get("dir").asText(), "--as", "mira-oduya", "--from", 2, "--to", 2).out())
                .contains("Mira, the mill is sound.");
    }

    @Test
    void a_setting_holds_from_the_step_on_at_which_it_is_set() throws IOException {
        JsonNode fork = forked("--set", "winter_in=4");

        assertThat(fork.get("steps").asInt()).isEqualTo(4);
        assertThat(fork.get("status").asText()).isEqualTo("finished");
    }

    @Test
    void nothing_changed_is_the_same_run_to_the_end() throws IOException {
        JsonNode fork = forked();

        assertThat(fork.has("differs")).isFalse();
        assertThat(fork.get("measures")).isEqualTo(Ran.microcosm("run", "weir-village", "--seed", 1, "--out", folder,
                "--json").json().get("measures"));
    }

    @Test
    void an_event_that_nobody_said_is_named() {
        Ran ran = Ran.microcosm("fork", run, "--at", 2, "--edit", "2.9/nobody/1=Hello.");

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).contains("2.9/nobody/1").doesNotContain("\tat ");
    }
}
