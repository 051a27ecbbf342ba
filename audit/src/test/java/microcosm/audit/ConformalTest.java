package microcosm.audit;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class ConformalTest {
    @Test
    void people_of_one_run_are_no_independent_witnesses() {
        var chance = new SplittableRandom(3);
        long rejected = IntStream.range(0, 4000).filter(_ -> {
            var clean = new Conformal.Clean();
            for (int run = 0; run < 19; run++) {
                double shared = chance.nextGaussian();
                for (int person = 0; person < 6; person++) {
                    clean.add("g" + run, shared);
                }
            }
            return new Conformal(clean).p(chance.nextGaussian()) <= 0.01;
        }).count();

        assertThat(rejected / 4000.0).isLessThan(0.015);
    }

    @Test
    void p_is_the_share_of_clean_runs_with_a_score_as_large() {
        var clean = new Conformal.Clean();
        clean.add("g1", 1);
        clean.add("g1", 5);
        clean.add("g2", 2);
        clean.add("g3", 3);

        var conformal = new Conformal(clean);

        assertThat(conformal.p(3)).isEqualTo(2.5 / 4, within(1e-12));
        assertThat(conformal.p(0)).isEqualTo(1);
        assertThat(conformal.p(50)).isLessThan(conformal.floor()).isGreaterThan(0);
        assertThat(conformal.size()).isEqualTo(3);
    }

    @Test
    void the_threshold_is_the_score_that_only_so_many_clean_runs_exceed() {
        var clean = new Conformal.Clean();
        for (int run = 1; run <= 99; run++) {
            clean.add("g" + run, run);
        }
        var conformal = new Conformal(clean);

        assertThat(conformal.threshold(0.055)).isEqualTo(95);
        assertThat(conformal.p(conformal.threshold(0.055))).isEqualTo(0.06, within(1e-12));
        assertThat(conformal.threshold(0.001)).isGreaterThan(99);
    }

    @Test
    void an_interval_widens_with_how_alike_the_units_of_a_cluster_are() {
        double[] alike = {10, 0, 0, 0, 0, 0, 0, 0, 0, 10};
        double[] spread = {2, 2, 2, 2, 2, 2, 2, 2, 2, 2};
        double[] units = new double[10];
        java.util.Arrays.fill(units, 10);

        assertThat(Intervals.clustered(alike, units)[0]).isEqualTo(0.0211, within(1e-3));
        assertThat(Intervals.clustered(spread, units)[0]).isCloseTo(Intervals.clopperPearson(10, 50)[0],
                within(0.1));
        assertThat(Intervals.clustered(alike, units)[1]).isGreaterThan(Intervals.clustered(spread, units)[1]);
    }
}
