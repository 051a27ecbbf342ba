package microcosm.examples;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/// Firms that learn what a sanction costs by their first stop dividing the towns where the inspector comes often enough, and not a thousandth below.
class DeterrenceTest {
    private static final double DIVIDED = 1;
    private static final double NASH = 65.0 / 121;

    @TempDir
    private Path runs;

    private Playing played(String rate, String p) {
        return Playing.of("harbour/deterrence", runs, 1, "rate=" + rate, "p=" + p);
    }

    private static String row(String sanction, String p, Playing played) {
        double fines = played.end().attribute("alder-mill", "total_fines").map(Double::parseDouble).orElse(0.0)
                + played.end().attribute("birch-mill", "total_fines").map(Double::parseDouble).orElse(0.0);
        boolean divided = played.measure("hhi") == DIVIDED;
        return String.format(Locale.ROOT, "| %s | %s | %s | %.3f | %.0f | %.0f |", sanction, p,
                divided ? "yes" : "no", played.measure("hhi"), played.measure("sanctions"), fines);
    }

    @Test
    void each_sanction_deters_from_its_own_chance_on() throws IOException {
        var rows = new ArrayList<String>();
        for (List<String> one : List.of(List.of("35 % of the profit", "0.35", "0.564", "0.565"),
                List.of("75 %", "0.75", "0.263", "0.264"), List.of("100 %", "1", "0.197", "0.198"),
                List.of("five rounds of nothing", "0", "0.049", "0.050"))) {
            Playing below = played(one.get(1), one.get(2));
            Playing above = played(one.get(1), one.get(3));

            assertThat(below.measure("hhi")).as(one.get(0)).isEqualTo(DIVIDED);
            assertThat(above.measure("hhi")).as(one.get(0)).isCloseTo(NASH,
                    Offset.offset(1e-9));
            assertThat(below.measure("sanctions")).as("it was met").isGreaterThan(1);
            rows.add(row(one.get(0), one.get(2), below));
            rows.add(row(one.get(0), one.get(3), above));
        }
        new Page("harbour").has(rows);
    }
}
