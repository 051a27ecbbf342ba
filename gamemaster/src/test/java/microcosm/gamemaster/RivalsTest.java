package microcosm.gamemaster;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import microcosm.trace.Event;
import microcosm.trace.RunRecord;
import microcosm.worlds.WorldFile;

import static org.assertj.core.api.Assertions.assertThat;

class RivalsTest {
    private static final List<String> CAST = IntStream.rangeClosed(1, 12).mapToObj(i -> "herder-" + i).toList();

    @TempDir
    private Path folder;

    private static WorldFile pasture(String row) { return WorldFile.of("pasture.world.md", """
                ---
                format: world/1
                id: pasture
                clock: {unit: round, steps: 5, order: simultaneous}
                game-master: rules
                speech: off
                memory: none
                ---

                # Pasture

                A pasture.

                ## Populations

                ### Herders

                - count: 12
                - names: Herder {n}
                - policy: harvest(amount: 1)

                ## Markets

                | commons | mechanism | stock |
                |---|---|---|
                | pasture | common-pool | 900 |

                ## Actions

                | action | needs | effect |
                |---|---|---|
                """ + row + "\n"); }

    /// @return who takes, step by step
    private List<String> order(String row) {
        var takers = new ArrayList<String>();
        Run.play(pasture(row), RunOptions.of(3), folder.resolve("r" + row.length()),
                () -> new RunRecord.Sitting("", BigDecimal.ZERO, "", "", "", "", RunRecord.Totals.NONE),
                (event, _) -> {
                    if (event instanceof Event.Resolved resolved && resolved.what().equals("take")) {
                        takers.add(resolved.causes().getFirst().owner());
                    }
                });
        return takers;
    }

    @Test
    void where_order_is_nothing_to_anybody_it_is_that_of_the_cast() {
        var expected = new ArrayList<String>();
        IntStream.rangeClosed(1, 5).forEach(_ -> expected.addAll(CAST));

        assertThat(order("| take(from: market, units: quantity 0..9) | | supply(from, units) |")).isEqualTo(expected);
    }

    @Test
    void where_it_may_matter_it_is_drawn_anew_each_time() {
        List<String> takers = order(
                "| take(from: market, units: quantity 0..9) | | supply(from, units), become(actor, \"fed\", \"yes\") |");

        assertThat(takers).hasSize(60);
        assertThat(IntStream.range(0, 5).mapToObj(step -> takers.subList(12 * step, 12 * step + 12)).distinct())
                .hasSize(5).allSatisfy(step -> assertThat(step).containsExactlyInAnyOrderElementsOf(CAST));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', value = {
            "| take(from: market, units: quantity 0..9) | | supply(from, units) |; false",
            "| take(from: market, units: quantity 0..9) | | supply(from, 3) |; false",
            "| mark(what: choice yes or no) | | vote(\"fence\", what) |; false",
            "| take(from: market, units: quantity 0..9) | | supply(from, units * 2) |; true",
            "| take(from: market, units: quantity 0..9) | step > 1 | supply(from, units) |; true",
            "| pass(to: person, what: goods) | | pay(to, what) |; true",
            "| praise(whom: person) | | become(whom, \"praised\", \"yes\") |; true"})
    void order_may_matter_where_one_may_touch_or_see_what_another_does(String row, boolean matters) {
        assertThat(Rivals.canBe(pasture(row).world(new LinkedHashMap<>()))).isEqualTo(matters);
    }
}
