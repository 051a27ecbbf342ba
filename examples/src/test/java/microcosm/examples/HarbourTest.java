package microcosm.examples;

import java.nio.file.Path;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/// Two firms, two towns: do rules that are known in closed form end where they must?
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
}
