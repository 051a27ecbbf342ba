package microcosm.worlds;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import microcosm.testing.Seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WorldFormatterTest {
    private static String formatted(String text) { return WorldFormatter.formatted(WorldFile.of("w.md", text)); }

    @Test
    void a_page_written_in_haste_is_brought_into_the_canonical_layout() {
        String hasty = """
                ---
                # who made it
                format: world/1
                game-master: 'rules'
                id:   two-farms # short

                params:
                   # said by whom
                   rumour: {default: none, type: choice, of: [none,  "planted"]}
                   winter_in:
                     type: int
                     default: 4
                budget: {calls: 20, usd: 4.00}
                clock:
                  steps: 6
                  unit: day
                ---
                The Two Farms
                =============
                Two farms share\u0020\u0020
                  a well.


                ## People
                ### Ann
                Keeps goats.
                <!-- her age is nowhere -->
                *   wants:    water
                       for the goats

                *   honesty: 1
                <!-- to be asked -->
                * goal: grain
                ### Bo ###
                + knows:
                  the way
                ## Holdings
                who | grain|salt
                :--|--:|:-:
                [Ann](#ann)|4| |
                [Bo](#bo) | 10 | 1
                ## Relations
                ```mermaid
                  graph LR
                    ann --> bo\u0020\u0020
                ```
                ## Notes

                1. Nothing   here
                   is touched.


                   * a
                """
                .replace("1. Nothing", "Nothing");

        assertThat(formatted(hasty)).isEqualTo("""
                ---
                # who made it
                format: world/1
                id: two-farms  # short
                clock: {unit: day, steps: 6}
                game-master: rules
                params:
                  # said by whom
                  rumour:    {type: choice, of: [none, planted], default: none}
                  winter_in: {type: int, default: 4}
                budget: {usd: 4.00, calls: 20}
                ---

                # The Two Farms

                Two farms share
                a well.

                ## People

                ### Ann

                Keeps goats.

                <!-- her age is nowhere -->
                - wants: water
                  for the goats
                - honesty: 1
                <!-- to be asked -->
                - goal: grain

                ### Bo

                - knows: the way

                ## Holdings

                | who         | grain | salt |
                |:------------|------:|:----:|
                | [Ann](#ann) |     4 |      |
                | [Bo](#bo)   |    10 |  1   |

                ## Relations

                ```mermaid
                  graph LR
                    ann --> bo
                ```

                ## Notes

                Nothing   here
                   is touched.


                   * a
                """);
    }

    @Test
    void a_comment_without_a_place_of_its_own_keeps_the_lines_around_it() {
        String text = """
                ---
                format: world/1
                id: w
                clock:
                  unit: day # a step
                  # six of them
                  steps: 6
                ---
                """;

        assertThat(formatted(text)).isEqualTo(text);
    }

    @Test
    void a_table_too_wide_to_be_read_side_by_side_is_not_padded() {
        String told = "word ".repeat(50).strip();

        assertThat(formatted("# W\n\n## Endings\n\n|ending|when|told|\n|--|--|--|\n|peace | step > 2|" + told + "|\n"))
                .isEqualTo("# W\n\n## Endings\n\n| ending | when | told |\n|---|---|---|\n| peace | step > 2 | " + told
                        + " |\n");
    }

    @Test
    void what_cannot_be_read_is_not_moved() {
        assertThatThrownBy(() -> formatted("# W\n\n## People\n\n1. Ann\n")).isInstanceOf(WorldException.class)
                .hasMessage("w.md:5:1: a numbered list\n  bullets that begin with -");
    }

    @Test
    void the_first_line_that_departs_from_the_layout_is_named() {
        assertThat(WorldFormatter.departure("# W\n\n\nA  well.\n", "# W\n\nA  well.\n"))
                .hasValue(new WorldFormatter.Departure(3, "", "A  well."));
        assertThat(WorldFormatter.departure("# W", "# W\n")).hasValue(new WorldFormatter.Departure(2, "", ""));
        assertThat(WorldFormatter.departure("# W\n", "# W\n")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("microcosm.worlds.WorldFile#shippedIds")
    void every_shipped_world_is_in_canonical_layout(String id) {
        WorldFile world = WorldFile.shipped(id);

        assertThat(WorldFormatter.formatted(world)).isEqualTo(world.text());
    }

    @Seeds(240)
    void a_shipped_world_laid_out_otherwise_is_brought_back_to_the_letter(SplittableRandom random) {
        String id = WorldFile.shippedIds().get(random.nextInt(WorldFile.shippedIds().size()));
        WorldFile shipped = WorldFile.shipped(id);

        String disarrayed = disarrayed(shipped.text(), random);

        assertThat(formatted(disarrayed)).isEqualTo(shipped.text());
    }

    @Seeds(60)
    void in_every_arm_a_formatted_world_is_the_world_it_was(SplittableRandom random) {
        String id = WorldFile.shippedIds().get(random.nextInt(WorldFile.shippedIds().size()));
        WorldFile disarrayed = WorldFile.of("w.md", disarrayed(WorldFile.shipped(id).text(), random));

        WorldFile after = WorldFile.of("w.md", WorldFormatter.formatted(disarrayed));

        for (var arm : disarrayed.arms()) {
            assertThat(WorldTree.meaning(after.world(arm))).isEqualTo(WorldTree.meaning(disarrayed.world(arm)));
        }
    }

    @Seeds(2000)
    void any_page_that_can_be_read_keeps_every_sign_and_stays_as_it_is_once_formatted(SplittableRandom random) {
        String text = FuzzTest.mutated(random);
        WorldFile file = WorldFile.of("w.md", text);
        if (!file.unreadable().isEmpty()) {
            return;
        }

        String once = WorldFormatter.formatted(file);

        assertThat(formatted(once)).isEqualTo(once);
        assertThat(signs(once)).isEqualTo(signs(text));
    }

    /// All that is not layout, below the front matter.
    private static String signs(String text) {
        boolean front = WorldFile.of("w.md", text).page().front().isPresent();
        String[] parts = Pattern.compile("^---\\s*$", Pattern.MULTILINE).split(text, 3);
        return (front ? parts[2] : text).replaceAll("[\\s|:=#*+\\p{Zs}-]", "");
    }

    private static final Pattern ROW = Pattern.compile("^\\|.*\\|$");

    /// Spaces, ragged tables, blank lines, other bullets and line ends: nothing that is read.
    private static String disarrayed(String text, SplittableRandom random) {
        var lines = new ArrayList<String>();
        boolean front = true;
        boolean verbatim = false;
        List<String> written = text.lines().toList();
        for (int i = 0; i < written.size(); i++) {
            String line = written.get(i);
            verbatim |= line.equals("## Notes") || line.startsWith("```");
            if (verbatim) {
                lines.add(line);
                verbatim = !(line.equals("```") && !lines.contains("## Notes"));
                continue;
            }
            front &= i == 0 || !line.equals("---");
            if (front) {
                lines.add(i > 0 && random.nextInt(5) == 0
                        ? line.replaceFirst(": +", ":    ") + " ".repeat(random.nextInt(3))
                        : line);
                continue;
            }
            boolean inside = line.startsWith("|") || i > 0 && !written.get(i - 1).isEmpty();
            if (!inside && random.nextInt(4) == 0) {
                lines.add(" ".repeat(random.nextInt(3)));
            }
            lines.add(ragged(line, random));
        }
        if (random.nextBoolean()) {
            lines.add("");
        }
        return String.join(random.nextInt(3) == 0 ? "\r\n" : "\n", lines);
    }

    private static String ragged(String line, SplittableRandom random) {
        String end = line.equals("---") ? "" : " ".repeat(random.nextInt(3));
        if (ROW.matcher(line).matches()) {
            boolean rule = line.startsWith("|-") || line.startsWith("|:");
            String row = rule ? line.replaceAll("-+", "-".repeat(3 + random.nextInt(4))) : line;
            var cells = new ArrayList<String>();
            for (String cell : row.substring(1, row.length() - 1).split("(?<!\\\\)\\|", -1)) {
                cells.add(" ".repeat(random.nextInt(3)) + cell.strip() + " ".repeat(random.nextInt(3)));
            }
            return "|" + String.join("|", cells) + "|" + end;
        }
        if (line.startsWith("- ")) {
            return "-*+".charAt(random.nextInt(3)) + " ".repeat(1 + random.nextInt(3)) + line.substring(2) + end;
        }
        if (line.startsWith("#")) {
            return line.replaceFirst(" ", " ".repeat(1 + random.nextInt(3))) + end;
        }
        return line + end;
    }
}
