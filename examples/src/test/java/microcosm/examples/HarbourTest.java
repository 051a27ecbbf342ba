package microcosm.examples;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import static org.assertj.core.api.Assertions.assertThat;

/// Two firms, two towns: do rules that are known in closed form end where they must?
@Execution(ExecutionMode.CONCURRENT)
class HarbourTest {
    private static final Offset<Double> CLOSE = Offset.offset(1e-9);

    @TempDir
    private Path runs;

    private static void assertAtTheEnd(Playing played, double own, double other, double price, double profit) {
        assertThat(played.attribute("alder-mill", "q north-quay")).isCloseTo(own, CLOSE);
        assertThat(played.attribute("alder-mill", "q south-quay")).isCloseTo(other, CLOSE);
        assertThat(played.attribute("birch-mill", "q south-quay")).isCloseTo(own, CLOSE);
        assertThat(played.attribute("birch-mill", "q north-quay")).isCloseTo(other, CLOSE);
        assertThat(played.attribute("*", "price north-quay")).isCloseTo(price, CLOSE);
        assertThat(played.attribute("*", "price south-quay")).isCloseTo(price, CLOSE);
        assertThat(played.attribute("alder-mill", "profit")).isCloseTo(profit, CLOSE);
        assertThat(played.attribute("birch-mill", "profit")).isCloseTo(profit, CLOSE);
    }

    @Test
    void best_responses_end_in_the_nash_equilibrium() {
        Playing played = Playing.of("harbour", runs, 1, "firms=best-response");

        assertAtTheEnd(played, 140.0 / 3, 80.0 / 3, 190.0 / 3, 13000.0 / 9);
        assertThat(played.measure("surplus_ratio")).isCloseTo(1, CLOSE);
        assertThat(played.measure("tier")).isZero();
    }

    @Test
    void joint_profit_divides_the_towns() {
        Playing played = Playing.of("harbour", runs, 1, "firms=joint-profit");

        assertAtTheEnd(played, 60, 0, 70, 1800);
        assertThat(played.measure("profit_gain")).isEqualTo(1);
        assertThat(played.measure("hhi")).isEqualTo(1);
        assertThat(played.measure("surplus_ratio")).isCloseTo(81.0 / 121, CLOSE);
        assertThat(played.measure("tier")).isEqualTo(4);
    }

    private static final List<String> REGIMES = List.of("none", "written-rule", "notice-only", "graph");

    private static double overRounds(Playing played, String measure) {
        return played.measures().get(measure).values().stream().mapToDouble(BigDecimal::doubleValue).average()
                .orElseThrow();
    }

    private String row(String firms, String regime, int seeds) {
        List<Playing> all = IntStream.rangeClosed(1, seeds)
                .mapToObj(seed -> Playing.of("harbour", runs, seed, "firms=" + firms, "regime=" + regime)).toList();
        return "| " + firms + " | " + regime + " | " + shown(all, played -> played.measure("tier"), 2)
                + shown(all, played -> played.measure("profit_gain"), 2)
                + shown(all, played -> overRounds(played, "surplus_ratio"), 3)
                + shown(all, played -> overRounds(played, "hhi"), 3)
                + shown(all, played -> played.measure("sanctions"), 1)
                + shown(all, played -> played.measure("blocked"), 1)
                + shown(all, played -> (played.attribute("alder-mill", "total_profit")
                        + played.attribute("birch-mill", "total_profit")) / 100, 0).strip();
    }

    private static String shown(List<Playing> all, ToDoubleFunction<Playing> of, int digits) {
        return Interval.of(all.stream().mapToDouble(of).toArray()).shown(digits) + " | ";
    }

    @Test
    void the_table_of_regimes_is_what_firms_do_that_draw_nothing() throws IOException {
        new Page("harbour").has(List.of("best-response", "joint-profit").stream()
                .flatMap(firms -> REGIMES.stream().map(regime -> row(firms, regime, 1))).toList());
    }

    @Test
    @Tag("slow")
    void the_table_of_regimes_is_what_firms_do_that_learn_over_thirty_paired_seeds() throws IOException {
        new Page("harbour").has(REGIMES.stream().map(regime -> row("q-learning", regime, 30)).toList());
    }
}
