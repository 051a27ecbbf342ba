package microcosm.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.fasterxml.jackson.databind.JsonNode;

import microcosm.testing.Golden;
import microcosm.worlds.WorldFile;

import static org.assertj.core.api.Assertions.assertThat;

class WorldToolsTest {
    @TempDir
    private Path folder;

    @Test
    void a_new_world_passes_check_is_in_layout_runs_and_is_not_written_over() throws Exception {
        Path lake = folder.resolve("lake-town.world.md");

        Ran made = Ran.microcosm("new", folder.resolve("lake-town"));
        String written = Files.readString(lake);
        Ran again = Ran.microcosm("new", lake, "--from", "harbour");

        assertThat(made.code()).isZero();
        assertThat(made.out()).isEqualTo(lake + "\nTry:  microcosm run " + lake + "\n");
        assertThat(written).contains("id: lake-town\n", "# Lake Town\n");
        assertThat(Ran.microcosm("check", lake).out()).isEqualTo(lake + ": no problems\n");
        assertThat(Ran.microcosm("fmt", "--check", lake).out()).isEqualTo(lake + ": in canonical layout\n");
        assertThat(Ran.microcosm("run", lake, "--out", folder.resolve("runs")).code()).isZero();
        assertThat(again.code()).isEqualTo(2);
        assertThat(again.err()).isEqualTo("microcosm: " + lake + " is there already and is not written over\n");
        assertThat(lake).hasContent(written);
    }

    @Test
    void a_world_in_disorder_is_named_and_then_rewritten() throws Exception {
        Path file = folder.resolve("v.world.md");
        String shipped = WorldFile.shipped("weir-village").text();
        Files.writeString(file, shipped.replace("# The Weir Village\n\n", "# The Weir Village\n"));

        Ran check = Ran.microcosm("fmt", file, "--check");
        Ran written = Ran.microcosm("fmt", file);

        assertThat(check.code()).isEqualTo(1);
        assertThat(check.out()).isEqualTo(file + ":14: not in canonical layout, first here\n"
                + "  read: Four households trade grain and salt at a market below the weir. Winter comes in\n"
                + "  layout: \n");
        assertThat(written.code()).isZero();
        assertThat(written.out()).isEqualTo(file + ":14: rewritten from here on\n");
        assertThat(Files.readString(file)).isEqualTo(shipped);
        try (var inside = Files.list(folder)) {
            assertThat(inside).containsExactly(file);
        }
    }

    @Test
    void nothing_is_rewritten_when_one_of_several_cannot_be_read() throws Exception {
        Path good = folder.resolve("good.world.md");
        Path bad = folder.resolve("bad.world.md");
        Files.writeString(good, "# W\n## People\n");
        Files.writeString(bad, "# W\n\n1. Ann\n");

        Ran ran = Ran.microcosm("fmt", good, bad);

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).isEqualTo(bad + ":3:1: a numbered list\n  bullets that begin with -\n");
        assertThat(good).hasContent("# W\n## People\n");
    }

    @Test
    void a_shipped_world_is_checked_and_not_rewritten() {
        Ran ran = Ran.microcosm("fmt", "harbour");

        assertThat(ran.code()).isEqualTo(2);
        assertThat(ran.err()).isEqualTo("microcosm: harbour is shipped and is not rewritten; use --check, or microcosm "
                + "new my-world --from harbour\n");
        assertThat(Ran.microcosm("fmt", "harbour", "--check").code()).isZero();
    }

    @Test
    void a_difference_is_told_and_exits_with_one() throws Exception {
        Path file = folder.resolve("v.world.md");
        Files.writeString(file, WorldFile.shipped("weir-village").text().replace("max: 20", "max: 30"));

        Ran differs = Ran.microcosm("diff", "weir-village", file);
        JsonNode json = Ran.microcosm("diff", "weir-village", file, "--json").json();

        assertThat(differs.code()).isEqualTo(1);
        assertThat(differs.out()).isEqualTo("winter_in may now be 4 to 30 (was 4 to 20)\n");
        assertThat(json.get("differences")).singleElement().hasToString(
                "{\"section\":\"params\",\"what\":\"winter_in may now be 4 to 30\",\"when\":\"\",\"was\":\"4 to 20\"}");
        assertThat(Ran.microcosm("diff", file, file).out()).isEqualTo("no difference in meaning\n");
        assertThat(Ran.microcosm("diff", file, file).code()).isZero();
    }

    @Test
    void a_world_is_shown_for_its_settings_and_as_a_tree() throws Exception {
        assertThat(Ran.microcosm("show", "weir-village", "--set", "winter_in=5").out())
                .startsWith("The Weir Village (weir-village)\n  Four households")
                .contains("  lasts: 5 days\n", "    believes: “The mill will stop” 0.9\n");
        JsonNode tree = Ran.microcosm("show", "weir-village", "--set", "rumour=none", "--json").json();
        assertThat(tree.at("/settings/rumour").asText()).isEqualTo("none");
        assertThat(tree.at("/cast/people/1/believes")).isEmpty();
        assertThat(Ran.microcosm("show", "--schema").json().at("/$ref").asText()).isEqualTo("#/$defs/World");
    }

    @Test
    void a_persons_view_is_the_prompt_their_model_would_get() {
        Ran ran = Ran.microcosm("show", "weir-village", "--as", "Tomas", "--step", 2);

        assertThat(ran.code()).isZero();
        Golden.file("golden/tomas-day-2.prompt.md").matches(ran.out());
    }

    @Test
    void the_rules_of_an_institution_are_shown_with_digests_that_anybody_can_check() throws Exception {
        Ran ran = Ran.microcosm("show", "harbour", "--governance", "--set", "regime=graph");
        JsonNode json = Ran.microcosm("show", "harbour", "--governance", "--set", "regime=graph", "--json").json();

        assertThat(ran.out())
                .startsWith("states [active, warning, fined, suspended, credited]\narrow active warning case\n");
        assertThat(ran.err()).isEqualTo("governance.semantic " + sha256(ran.out()) + " (of the lines above)\n"
                + "governance.text " + sha256(json.at("/written").asText())
                + " (of the section as written; --json has it)\n");
        assertThat(json.at("/canonical").asText()).isEqualTo(ran.out());
        assertThat(json.at("/semantic").asText()).isEqualTo(sha256(ran.out()));
        assertThat(json.at("/text").asText()).isEqualTo(sha256(json.at("/written").asText()));
        assertThat(Ran.microcosm("show", "weir-village", "--governance").err())
                .isEqualTo("microcosm: The Weir Village has no section Governance\n");
        assertThat(Ran.microcosm("show", "harbour", "--governance", "--as", "alder-mill").err())
                .isEqualTo("microcosm: --governance and --as alder-mill ask for two things: leave one out\n");
    }

    private static String sha256(String text) throws Exception {
        return HexFormat.of().formatHex(
                MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void a_view_that_nobody_has_is_the_users_mistake() {
        assertThat(Ran.microcosm("show", "weir-village", "--as", "Tom Bombadil").err()).isEqualTo(
                "microcosm: nobody is called \"Tom Bombadil\"; there are: mira-oduya, tomas-brandt, ilse-varga, old-peder\n");
        assertThat(Ran.microcosm("show", "weir-village", "--as", "tomas", "--step", 13).err())
                .isEqualTo("microcosm: --step 13: The Weir Village has steps 1 to 12\n");
        assertThat(Ran.microcosm("show", "weir-village", "--step", 3).err())
                .isEqualTo("microcosm: --step 3 needs --as PERSON: whose view of it?\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"new", "fmt", "diff", "show"})
    void every_command_has_help_with_an_example(String command) {
        Ran ran = Ran.microcosm(command, "--help");

        assertThat(ran.code()).isZero();
        assertThat(ran.out()).contains("Example:  microcosm " + command + " ");
    }
}
