package microcosm.examples;

import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/// The table of rule agents of GovSim, row by row.
class FisheryTest {
    @TempDir
    private Path runs;

    @ParameterizedTest(name = "{0}")
    @CsvSource({
            // who takes what                | settings                  | months | gain | of the fifth | u | e | o
            "all take 10,                      four=10 fifth=10,           12, 120,     120,     1.0,    1,     0",
            "all take 5,                       four=5 fifth=5,             12, 60,      60,      0.5,    1,     0",
            "all take 20,                      four=20 fifth=20,           1,  20,      20,      0.1667, 1,     1",
            "all take 11,                      four=11 fifth=11,           4,  39,      39,      0.325,  1,     1",
            "all take 12,                      four=12 fifth=12,           3,  32,      32,      0.2667, 1,     1",
            "all take 15,                      four=15 fifth=15,           2,  25,      25,      0.2083, 1,     1",
            "four take 10 and one 20,          four=10 fifth=20,           3,  26.67,   53.33,   0.2667, 0.867, 0.733",
            "four take a fifth share and one 20, rule=share fifth=20,      4,  26,      80,      0.3067, 0.765, 0.20"})
    void a_row_of_the_table(String row, String settings, int months, double gain, double ofFifth, double efficiency,
            double equality, double overUsage) {
        Playing played = Playing.of("fishery/rule-agents", runs, 1, settings.split(" "));

        assertThat(played.measure("months")).as(row).isEqualTo(months);
        for (Figure figure : List.of(new Figure("gain", gain, 0.005), new Figure("gain_of_fifth", ofFifth, 0.005),
                new Figure("efficiency", efficiency, 0.00005), new Figure("equality", equality, 0.0005),
                new Figure("over_usage", overUsage, 0.0005))) {
            assertThat(played.measure(figure.measure())).as(figure.measure()).isCloseTo(figure.expected(),
                    org.assertj.core.data.Offset.offset(figure.rounding()));
        }
    }

    private record Figure(String measure, double expected, double rounding) {}

    @org.junit.jupiter.api.Test
    void the_lake_of_eleven_shrinks_month_by_month() {
        Playing played = Playing.of("fishery/rule-agents", runs, 1, "four=11", "fifth=11");

        assertThat(played.measures().get("lake").values()).map(stock -> stock.intValueExact()).containsExactly(90, 70,
                30, 0);
    }
}
