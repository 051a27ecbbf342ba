package microcosm.cli;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;

import microcosm.worlds.WorldFile;

import static org.assertj.core.api.Assertions.assertThat;

/// `worlds` and `check`.
class WorldCommandsTest {
    @TempDir
    private Path folder;

    @Test
    void shipped_worlds_are_listed_with_a_line_each() throws Exception {
        Ran ran = Ran.microcosm("worlds");

        assertThat(ran.code()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out().lines()).hasSize(WorldFile.shippedIds().size())
                .contains("weir-village    Four households trade grain and salt at a market below the weir.")
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(110));
        JsonNode json = Ran.microcosm("worlds", "--json").json().get("worlds");
        assertThat(json).hasSize(WorldFile.shippedIds().size()).allSatisfy(
                world -> assertThat(world.fieldNames()).toIterable().containsExactly("id", "title", "summary", "steps",
                        "not_executed"));
    }

    @Test
    void every_shipped_world_is_without_problems() {
        Object[] words = new Object[WorldFile.shippedIds().size() + 1];
        words[0] = "check";
        System.arraycopy(WorldFile.shippedIds().toArray(), 0, words, 1, words.length - 1);
        assertThat(Ran.microcosm(words))
                .isEqualTo(new Ran(0, WorldFile.shippedIds().size() + " worlds: no problems\n", ""));
        assertThat(Ran.microcosm("check", "weir-village"))
                .isEqualTo(new Ran(0, "weir-village: no problems\n", ""));
    }

    @Test
    void every_problem_is_reported_at_once_where_it_stands() throws Exception {
        Path world = Files.writeString(folder.resolve("bare.world.md"), "");

        Ran ran = Ran.microcosm("check", world);

        assertThat(ran).isEqualTo(new Ran(2, """
                FILE:1:1: a world without a title
                  # The title, above the first section
                FILE:1:1: no front matter
                  a first line of ---, then format: world/1
                """.replace("FILE", world.toString()), ""));
        Ran json = Ran.microcosm("check", world, "weir-village", "--json");
        assertThat(json.code()).isEqualTo(2);
        assertThat(json.json().get("problems")).hasSize(2).allSatisfy(problem -> {
            assertThat(problem.fieldNames()).toIterable().containsExactly("file", "line", "column", "what", "nearest",
                    "expected");
            assertThat(problem.get("file").asText()).isEqualTo(world.toString());
        });
    }

    @Test
    void a_misspelt_key_is_answered_with_the_nearest() throws Exception {
        Path world = Files.writeString(folder.resolve("mine.world.md"),
                WorldFile.shipped("weir-village").text().replace("clock:", "clok:"));

        assertThat(Ran.microcosm("check", world)).satisfies(ran -> {
            assertThat(ran.code()).isEqualTo(2);
            assertThat(ran.out()).containsPattern(":\\d+:1: .*\"clok\"; did you mean \"clock\"\\?");
            assertThat(ran.err()).isEmpty();
        });
    }

    @Test
    void what_cannot_be_read_is_the_users_mistake() {
        assertThat(Ran.microcosm("check", folder))
                .isEqualTo(new Ran(2, "", "microcosm: " + folder + ": is a folder; expected the file of a world\n"));
        assertThat(Ran.microcosm("check", "harbor").err())
                .startsWith("microcosm: no world \"harbor\"; did you mean \"harbour\"?\n");
    }
}
