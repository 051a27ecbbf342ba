package microcosm.cli;

import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import microcosm.worlds.WorldFile;

import static org.assertj.core.api.Assertions.assertThat;

/// A human plays somebody, by what they type.
class HumanRunTest {
    private static final Path YARD = Path.of("..", "examples", "builders-yard", "yard.world.md");

    @TempDir
    private Path out;

    @Test
    void a_human_plays_sees_what_that_person_may_see_and_is_not_needed_for_the_replay() throws Exception {
        Ran ran = Ran.typing("I offer Tomas 1 grain for 1 salt.\n\n", "run", "weir-village", "--human", "mira",
                "--steps", "2", "--out", out);

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.err()).contains("You are Mira Oduya.", "It is day 1 of 12.", "It is day 2 of 12.",
                "- You offer Tomas Brandt 1 grain for 1 salt, open until day 2.")
                .doesNotContain("dear grain suits him", "to clear his debt before winter", "JSON", "\"do\"");
        assertThat(ran.err().split("You are Mira Oduya", -1)).as("shown once").hasSize(2);
        Path folder = Path.of(ran.last());
        assertThat(Files.readString(folder.resolve("trace.jsonl")))
                .contains("\"text\":\"I offer Tomas 1 grain for 1 salt.\"");
        assertThat(Ran.microcosm("replay", folder)).isEqualTo(new Ran(0, "the same, byte for byte\n", ""));
    }

    @Test
    void whoever_stops_typing_can_go_on_later_and_is_not_asked_again_what_was_answered() {
        Object[] line = {"run", "weir-village", "--human", "mira", "--steps", "2", "--out", out};
        Ran first = Ran.typing("I offer Tomas 1 grain for 1 salt.\n", line);
        Ran second = Ran.typing("I wait.\n", line);

        assertThat(first.code()).isEqualTo(3);
        assertThat(first.err()).contains("nobody types any more");
        assertThat(second.code()).as(second.err()).isZero();
        assertThat(second.err()).contains("It is day 2 of 12.").doesNotContain("It is day 1 of 12.");
    }

    @Test
    void what_cannot_be_used_is_asked_for_again_with_the_reason() {
        Ran ran = Ran.typing("/parrots lime\n/price-list What is lime?\n\n", "run", YARD, "--human", "wen",
                "--steps", "1", "--out", out);

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.err()).contains("tool: \"parrots\" cannot be asked now; expected one of price-list, "
                + "calculator, handbook or none.", "Price list, asked “What is lime?”:", "> lime: price 4 crowns");
    }

    @Test
    void a_human_brings_their_own_life_and_is_asked_for_no_memories() throws Exception {
        Path world = out.resolve("young.world.md");
        Files.writeString(world, WorldFile.shipped("weir-village").text()
                .replace("- wants: to clear his debt before winter\n",
                        "- wants: to clear his debt before winter\n- traits: formative 2\n"));

        Ran ran = Ran.typing("I wait.\n", "run", world, "--human", "tomas", "--steps", "1", "--out", out);

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.err()).containsOnlyOnce("You say and do (an empty line for nothing):")
                .doesNotContain("Your answer:", "What made you who you are");
        assertThat(Files.readString(Path.of(ran.last()).resolve("trace.jsonl"))).contains("\"text\":\"I wait.\"")
                .doesNotContain("\"call\":\"formative\"");
        assertThat(Ran.microcosm("replay", ran.last())).isEqualTo(new Ran(0, "the same, byte for byte\n", ""));
    }

    @Test
    void a_human_who_oversees_approves_amends_and_stops() throws Exception {
        Ran ran = Ran.typing("\n stop\n\nApprove\n\norder(pit: the-quarry, pallets: 5)\n\n", "run", YARD, "--human",
                "ola",
                "--steps", "3", "--out", out, "--json");

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.err()).contains("Orde answers to you, and is about to say and do this.", "> I order 30",
                "approve, stop, or the words to put in their place:");
        assertThat(Files.readString(Path.of(ran.json().get("dir").asText(), "trace.jsonl")).lines()
                .filter(line -> line.contains("\"event\":\"reviewed\""))
                .map(line -> line.replaceAll(".*\"verdict\":\"(\\w+)\".*", "$1"))).containsExactly("stopped",
                        "approved",
                        "amended");
    }
}
