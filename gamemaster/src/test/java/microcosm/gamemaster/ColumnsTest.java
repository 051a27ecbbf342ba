package microcosm.gamemaster;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import microcosm.worlds.Market;
import microcosm.worlds.WorldException;
import microcosm.worlds.WorldFile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// What stands under Markets and no mechanism reads would change nothing; it is reported where it is written.
class ColumnsTest {
    private static WorldFile world(String people, String markets) { return WorldFile.of("lake.world.md", """
                ---
                format: world/1
                id: lake
                clock: {unit: month, steps: 2, order: simultaneous}
                game-master: rules
                ---

                # Lake

                ## %s

                ### Ada
                - policy: silent

                ## Markets

                %s

                ## Actions

                | action | needs | effect |
                |---|---|---|
                | fish(lake: market, tons: quantity 0..100) | | supply(lake, tons) |
                """.formatted(people, markets)); }

    private static void wrong(WorldFile file, String problems) {
        assertThatThrownBy(() -> file.world(Map.of())).isInstanceOf(WorldException.class).hasMessage(problems);
    }

    @Test
    void a_column_its_mechanism_does_not_read_is_reported_once() { wrong(world("People", """
                | commons | mechanism | stock | colapse |
                |---|---|---|---|
                | the lake | common-pool | 100 | 5 |
                | the pond | common-pool | 100 | 5 |"""), """
                lake.world.md:17:33: unknown column "colapse"; did you mean "collapse"?
                  known here: capacity, collapse, good, growth, mechanism, price, sharing, stock, when"""); }

    @Test
    void a_bullet_no_mechanism_reads_is_reported() { wrong(world("People", """
                | commons | mechanism | stock |
                |---|---|---|
                | the lake | common-pool | 100 |

                - sharign: drawn"""), """
                lake.world.md:21:3: unknown column "sharign"; did you mean "sharing"?
                  known here: capacity, collapse, good, growth, mechanism, price, sharing, stock, when"""); }

    @Test
    void a_column_of_somebody_who_is_not_there_is_reported() {
        String markets = """
                | good | mechanism | price | Adda unit cost |
                |---|---|---|---|
                | fish | cournot | max(0, 100 - Q) | 10 |""";

        wrong(world("People", markets), """
                lake.world.md:17:30: unknown person "Adda"; did you mean "Ada"?
                  known here: Ada""");
    }

    @Test
    void a_column_of_another_mechanism_in_the_table_may_be_empty() { assertThat(world("People", """
                | market | mechanism | stock | unit cost | price |
                |---|---|---|---|---|
                | the lake | common-pool | 100 | | |
                | the town | cournot | | 10 | max(0, 100 - Q) |

                - capacity: 50""").world(Map.of()).dealings().markets()).hasSize(2); }

    @Test
    void a_cell_that_is_no_number_or_no_such_word_is_the_authors_mistake() {
        assertThatThrownBy(() -> play("collapse", "few")).isInstanceOf(WorldException.class)
                .hasMessageContaining("collapse must begin with a number, not \"few\"");
        assertThatThrownBy(() -> play("stock", "NaN")).isInstanceOf(WorldException.class)
                .hasMessageContaining("stock must begin with a number, not \"NaN\"");
        assertThatThrownBy(() -> play("sharing", "fair")).isInstanceOf(WorldException.class)
                .hasMessageContaining("sharing must be proportional or drawn, not \"fair\"");
    }

    @Test
    void below_the_stock_that_a_world_names_nothing_is_left() {
        assertThat(play("collapse", "41").state().attribute("*", "stock lake")).contains("0");
        assertThat(play("collapse", "40").state().attribute("*", "stock lake")).contains("40");
    }

    private static Play play(String column, String cell) {
        var hamlet = new Hamlet();
        hamlet.person("ada", "nothing");
        hamlet.steps = 1;
        var columns = new LinkedHashMap<String, String>();
        columns.put("stock", "100");
        columns.put(column, cell);
        hamlet.markets.add(new Market("lake", "Lake", "common-pool", Optional.empty(), columns, Hamlet.AT));
        return Play.of(hamlet.world(), new Puppets((_, _) -> "[produce town=lake; q="
                + (column.equals("sharing") ? 200 : 80) + "]", true));
    }
}
