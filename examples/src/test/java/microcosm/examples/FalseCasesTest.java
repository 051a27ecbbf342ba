package microcosm.examples;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import static org.assertj.core.api.Assertions.assertThat;

/// Saboteurs who flood an institution with false cases: every row of the table in `false-cases/README.md`.
@Execution(ExecutionMode.CONCURRENT)
class FalseCasesTest {
    private static final List<String> MEASURES = List.of("poacher_pays", "innocent_pay", "bailiff_has", "cases",
            "blocked");

    @TempDir
    private Path runs;

    private List<Playing> played(String flood, int witnesses, String together, String stake, int seeds) {
        return IntStream.rangeClosed(1, seeds).mapToObj(seed -> Playing.of("false-cases/false-cases", runs, seed,
                "flood=" + flood, "witnesses=" + witnesses, "together=" + together, "stake=" + stake)).toList();
    }

    private String row(String flood, int witnesses, String together, String stake) {
        List<Playing> all = played(flood, witnesses, together, stake, 10);
        var cells = new ArrayList<String>();
        for (String measure : MEASURES) {
            cells.add(Interval.of(all.stream().mapToDouble(one -> one.measure(measure)).toArray()).shown(1));
        }
        return "| " + (flood.equals("0") ? "nobody" : together.equals("yes") ? "together" : "each alone") + " | "
                + witnesses + " | " + stake + " | " + String.join(" | ", cells) + " |";
    }

    @Test
    @Tag("slow")
    void every_row_of_the_table() throws IOException {
        var rows = new ArrayList<String>();
        for (int witnesses = 1; witnesses <= 3; witnesses++) {
            rows.add(row("0", witnesses, "no", "free"));
            rows.add(row("1", witnesses, "no", "free"));
            rows.add(row("1", witnesses, "yes", "free"));
        }
        rows.add(row("1", 1, "no", "four-coin"));
        rows.add(row("1", 3, "yes", "four-coin"));
        new Page("false-cases").has(rows);
    }

    @Test
    void false_cases_cost_the_innocent_and_two_witnesses_keep_most_out_unless_the_false_ones_agree() {
        double none = innocent("0", 1, "no");
        double alone = innocent("1", 1, "no");
        double two = innocent("1", 2, "no");
        double agreed = innocent("1", 3, "yes");

        assertThat(none).isZero();
        assertThat(alone).isGreaterThan(100);
        assertThat(two).isLessThan(alone / 2);
        assertThat(agreed).isEqualTo(75);
    }

    /// @return what the villagers, who have done nothing, were fined
    private double innocent(String flood, int witnesses, String together) {
        return played(flood, witnesses, together, "free", 1).getFirst().measure("innocent_pay");
    }
}
