package microcosm.cli;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;

import microcosm.worlds.WorldFile;

import static org.assertj.core.api.Assertions.assertThat;

class RunCommandTest {
    @TempDir
    private Path folder;

    @Test
    void the_last_line_is_the_run_folder() {
        Ran ran = Ran.microcosm("run", "weir-village", "--out", folder);

        assertThat(ran.code()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).startsWith("The Weir Village: 4 people, 12 of 12 days\n");
        assertThat(Path.of(ran.last()).getParent()).isEqualTo(folder);
        assertThat(Path.of(ran.last()).getFileName().toString()).matches("weir-village-[0-9a-f]{12}");
        assertThat(Path.of(ran.last())).isDirectoryContaining("glob:**/trace.jsonl")
                .isDirectoryContaining("glob:**/world.md").isDirectoryContaining("glob:**/run.json")
                .isDirectoryContaining("glob:**/report.md");
    }

    @Test
    void json_has_the_fields_of_the_contract() throws Exception {
        Ran ran = Ran.microcosm("run", "weir-village", "--seed", 7, "--out", folder, "--json");

        JsonNode json = ran.json();
        assertThat(ran.err()).isEmpty();
        assertThat(json.fieldNames()).toIterable().containsExactly("run", "dir", "world", "seed", "status", "steps",
                "events", "people", "calls", "cached_calls", "tokens_in", "tokens_out", "prompt_chars", "usd", "wall_s",
                "measures");
        assertThat(json.get("dir").asText()).isEqualTo(folder.resolve(json.get("run").asText()).toString());
        assertThat(json.get("world").asText()).isEqualTo("weir-village");
        assertThat(json.get("seed").asInt()).isEqualTo(7);
        assertThat(json.get("status").asText()).isEqualTo("finished");
        assertThat(json.get("steps").asInt()).isEqualTo(12);
        assertThat(json.get("people").asInt()).isEqualTo(4);
        assertThat(json.get("calls").asInt()).isZero();
        assertThat(json.get("usd").asDouble()).isZero();
        assertThat(json.get("wall_s").isNumber()).isTrue();
        assertThat(json.get("measures").get("hungry").isNumber()).isTrue();
        assertThat(json.get("events").asLong())
                .isEqualTo(Files.readAllLines(Path.of(json.get("dir").asText()).resolve("trace.jsonl")).size());
    }

    @Test
    void the_same_line_again_plays_nothing_and_a_longer_one_continues() throws Exception {
        Ran stopped = Ran.microcosm("run", "weir-village", "--steps", 4, "--out", folder, "--json");
        assertThat(stopped.json().get("status").asText()).isEqualTo("stopped");
        assertThat(stopped.json().get("steps").asInt()).isEqualTo(4);

        Ran finished = Ran.microcosm("run", "weir-village", "--out", folder);
        byte[] trace = Files.readAllBytes(Path.of(finished.last()).resolve("trace.jsonl"));
        Ran again = Ran.microcosm("run", "weir-village", "--out", folder);

        assertThat(finished.last()).isEqualTo(stopped.json().get("dir").asText());
        assertThat(finished.out()).contains(" (4 steps of it before);");
        assertThat(again.out()).contains(" (all of it before; nothing was played now);");
        assertThat(Path.of(again.last()).resolve("trace.jsonl")).hasBinaryContent(trace);
        Path whole = Ran.village(folder.resolve("whole"), 1);
        assertThat(whole.resolve("trace.jsonl")).hasBinaryContent(trace);
    }

    @Test
    void a_world_with_problems_is_reported_whole_and_not_played() throws Exception {
        Path world = Files.writeString(folder.resolve("mine.world.md"),
                WorldFile.shipped("weir-village").text().replace("denies: ", "denys: "));

        Ran ran = Ran.microcosm("run", world, "--out", folder.resolve("runs"));

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.out()).isEmpty();
        assertThat(ran.err()).startsWith(world + ":").contains("denys").doesNotContain("\tat ");
        assertThat(folder.resolve("runs")).doesNotExist();
        assertThat(Ran.microcosm("check", world).out()).isEqualTo(ran.err());
    }

    @Test
    void mistakes_on_the_command_line_are_named() throws Exception {
        assertThat(Ran.microcosm("run", "weir-vilage").err())
                .startsWith(
                        "microcosm: no world \"weir-vilage\"; did you mean \"weir-village\"?\n  shipped: weir-village, ")
                .endsWith("\n  or the path of a .world.md file of your own\n");
        assertThat(Ran.microcosm("run", "weir-village", "--set", "rumor=none", "--out", folder))
                .isEqualTo(new Ran(2, "",
                        """
                        weir-village.world.md:1:1: unknown parameter "rumor"; did you mean "rumour"?
                          known here: rumour, market_talk, winter_in
                        """));
        assertThat(Ran.microcosm("run", "weir-village", "--set", "rumour").err())
                .isEqualTo("microcosm: --set rumour: expected name=value\n");
        assertThat(Ran.microcosm("run", "weir-village", "--steps", 0).err())
                .isEqualTo("microcosm: --concurrency and --steps must be at least 1\n");
        assertThat(Ran.microcosm("run", folder).err())
                .isEqualTo("microcosm: " + folder + ": is a folder; expected the file of a world\n");
        assertThat(Ran.microcosm("run", folder.resolve("none.world.md")).err())
                .isEqualTo("microcosm: " + folder.resolve("none.world.md") + ": there is no such file\n");
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThat(Ran.microcosm("run", "weir-village", "--out", file)).satisfies(ran -> {
            assertThat(ran.code()).isEqualTo(2);
            assertThat(ran.err()).startsWith("microcosm: " + file).doesNotContain("\tat ");
        });
    }

    @Test
    void a_file_that_is_no_text_is_reported_by_the_byte() throws Exception {
        Path world = Files.write(folder.resolve("bin.world.md"), new byte[]{(byte) 0xff, (byte) 0xfe, 0, 'x'});

        assertThat(Ran.microcosm("run", world)).satisfies(ran -> {
            assertThat(ran.code()).isEqualTo(2);
            assertThat(ran.err()).startsWith(world + ":1:1: byte 0xFF, which is not UTF-8\n");
        });
    }
}
