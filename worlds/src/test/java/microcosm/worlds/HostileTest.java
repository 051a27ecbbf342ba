package microcosm.worlds;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@Timeout(20)
class HostileTest {
    private static final String FRONT = "---\nformat: world/1\nid: x\nclock: {unit: day, steps: 3, order: shuffled}\ngame-master: model\n---\n# X\n\nHere.\n\n## People\n\n### Ann\n### Bo\n";

    @TempDir
    Path folder;

    private static List<String> check(String text) {
        return WorldFile.of("w.md", text).check().stream().map(Problem::toString).toList();
    }

    @Test
    void the_plain_world_is_sound() { assertThat(check(FRONT)).isEmpty(); }

    @Test
    void a_yaml_bomb_is_refused_at_its_first_anchor() {
        assertThat(check("---\nformat: world/1\na: &a [x, x]\nb: &b [*a, *a]\nc: &c [*b, *b]\n---\n# X\n").getFirst())
                .isEqualTo("w.md:3:4: an anchor or alias (& or *)\n  write the value out");
    }

    @Test
    void yaml_nested_a_thousand_deep_is_refused() {
        assertThat(check("---\nformat: " + "[".repeat(1000) + "]".repeat(1000) + "\n---\n# X\n").getFirst())
                .startsWith("w.md:2:");
    }

    @Test
    void a_million_cells_are_refused_where_they_become_too_many() {
        String row = "|" + " a |".repeat(1000) + "\n";
        assertThat(check(FRONT + "## Goods\n\n" + row + "|" + "---|".repeat(1000) + "\n" + row.repeat(1000)).getFirst())
                .matches("w\\.md:\\d+:\\d+: more than 200000 table cells\n  a smaller world");
    }

    @Test
    void a_line_without_end_is_refused() {
        assertThat(check(FRONT + "x".repeat(3_000_000)).getFirst())
                .isEqualTo("w.md:15:1: a line of more than 20000 characters\n  shorter lines");
    }

    @Test
    void deep_nesting_of_bullets_is_reported_once() {
        assertThat(check(FRONT + "- ".repeat(5000) + "x\n")).hasSizeLessThan(4).first().asString()
                .startsWith("w.md:15:");
    }

    @Test
    void brackets_without_end_cost_nothing() {
        assertThat(check(FRONT + ("[".repeat(9000) + "\n").repeat(300) + ("![](".repeat(3000) + "\n").repeat(30)))
                .isEmpty();
    }

    @Test
    void a_byte_order_mark_and_carriage_returns_change_nothing() throws IOException {
        Path file = folder.resolve("w.world.md");
        Files.writeString(file, "\uFEFF" + WorldFile.shipped("weir-village").text().replace("\n", "\r\n"));

        World village = WorldFile.read(file).world(Map.of());

        assertThat(WorldFile.read(file).check()).isEmpty();
        assertThat(village.cast().people().stream().map(Person::id)).containsExactly("mira-oduya", "tomas-brandt",
                "ilse-varga", "old-peder");
        assertThat(village.premise()).doesNotContain("\r");
    }

    @Test
    void what_is_not_utf_8_is_reported_at_its_byte() throws IOException {
        Path file = folder.resolve("w.world.md");
        byte[] bytes = (FRONT + "Caf?").getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 1] = (byte) 0xE9;
        Files.write(file, bytes);

        assertThat(WorldFile.read(file).check()).first().hasToString(
                file + ":15:4: byte 0xE9, which is not UTF-8\n  a text saved as UTF-8");
    }

    @Test
    void a_file_of_a_hundred_megabytes_is_not_read() throws IOException {
        Path file = folder.resolve("w.world.md");
        try (var large = new RandomAccessFile(file.toFile(), "rw")) {
            large.setLength(100_000_000);
        }

        assertThat(WorldFile.read(file).check()).first().hasToString(file
                + ":1:1: a file of more than 4194304 bytes\n  a smaller world; populations and fragments save repetition");
    }

    @Test
    void characters_that_deceive_are_reported_where_they_stand() {
        assertThat(check(FRONT + "She said \u202Eyes.\n")).containsExactly(
                "w.md:15:10: the invisible character U+202E\n  visible text; control and direction characters are not allowed");
        assertThat(check(FRONT.replace("### Ann", "### \u0410nn"))).containsExactly(
                "w.md:13:6: a word that mixes cyrillic and latin letters: \"\u0410nn\"\n  letters of one script in a word");
    }

    @Test
    void a_cooldown_that_is_no_number_is_reported_where_it_stands() {
        String harbour = WorldFile.shipped("harbour").text().replace(
                "| warning  | fined     |                          |        2 |",
                "| warning  | fined     |                          | * profit |");

        assertThat(check(harbour))
                .containsExactly("w.md:93:53: \"* profit\" is not a number\n  a number from 0 to 1000000");
    }

    @Test
    void of_ten_thousand_problems_a_thousand_are_shown_and_the_rest_counted() {
        List<String> problems = check(FRONT + "- wnts: x\n".repeat(10_000));

        assertThat(problems).hasSize(1001).last().asString()
                .endsWith("9000 more problems are not shown\n  mend these first");
    }

    @Test
    void a_fragment_is_read_beside_the_world_and_nowhere_else() throws IOException {
        Path inside = Files.createDirectory(folder.resolve("inside"));
        Files.createDirectory(inside.resolve("people"));
        Files.writeString(folder.resolve("secret.md"), "Nobody may read this.\n");
        Files.writeString(inside.resolve("people/carrier.md"),
                "Carries things.\n\n- wants: lighter loads\n- honesty: 0.5\n");
        Files.createSymbolicLink(inside.resolve("people/way-out.md"), folder.resolve("secret.md"));
        Path file = inside.resolve("w.world.md");
        Files.writeString(file,
                FRONT.replace("### Ann\n", "### Ann\n- like: [a carrier](people/carrier.md)\n- honesty: 0.9\n"));
        World played = WorldFile.read(file).world(Map.of());
        Person ann = played.cast().people().getFirst();
        World again = WorldFile.of("world.md", played.text()).world(Map.of());

        Files.writeString(file, FRONT.replace("### Ann\n",
                "### Ann\n- like: [out](people/way-out.md)\n- like: [up](../secret.md)\n- like: [root](/etc/passwd.md)\n"));

        assertThat(ann.description()).isEqualTo("Carries things.");
        assertThat(ann.wants()).containsExactly("lighter loads");
        assertThat(ann.honesty()).hasValue(0.9);
        assertThat(again.cast().people().getFirst().wants()).isEqualTo(ann.wants());
        assertThat(again.cast().people().getFirst().description()).isEqualTo(ann.description());
        assertThat(again.digest()).isEqualTo(played.digest());
        assertThat(WorldFile.read(file).check().stream().map(Problem::what)).containsExactly(
                "no file \"people/way-out.md\"",
                "\"../secret.md\" leaves the world's folder", "\"/etc/passwd.md\" leaves the world's folder");
    }
}
