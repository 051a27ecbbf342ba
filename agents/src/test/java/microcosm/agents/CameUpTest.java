package microcosm.agents;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.SplittableRandom;

import microcosm.testing.Seeds;

import static org.assertj.core.api.Assertions.assertThat;

class CameUpTest {
    @Seeds(50)
    void a_score_is_rounded_as_its_decimals_say(SplittableRandom random) {
        for (int i = 0; i < 1_000; i++) {
            double any = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(-6, 8));
            double middle = random.nextInt(-50_000, 50_000) / 10_000.0 + 0.00005;

            for (double value : new double[]{any, middle, Math.nextUp(middle), Math.nextDown(middle)}) {
                assertThat(CameUp.rounded(value))
                        .isEqualTo(BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_EVEN));
            }
        }
    }
}
