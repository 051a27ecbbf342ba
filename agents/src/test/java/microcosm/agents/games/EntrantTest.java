package microcosm.agents.games;

import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class EntrantTest {
    private static final MatrixGame DILEMMA = MatrixGame.read(List.of("C", "D"), "C C 3 3; C D 0 5; D C 5 0; D D 1 1");

    /// @param other what the other does, round by round, whatever is done to it
    private static String played(Entrant entrant, String other, int seed) {
        Table table = DILEMMA.table();
        Strategy strategy = entrant.strategy(table, 0, 200);
        var chance = new SplittableRandom(seed);
        var own = new StringBuilder();
        double[] earned = new double[2];
        for (char move : other.toCharArray()) {
            int[] profile = {strategy.choose(chance), move == 'C' ? 0 : 1};
            own.append(profile[0] == 0 ? 'C' : 'D');
            table.payoffs(profile, earned);
            strategy.learn(profile, earned);
        }
        return own.toString();
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            TIDEMAN_CHIERUZZI, CDCCDCCCCDCCCC, CCDCCDDCCCDDDC
            NYDEGGER,          DCCCCC,         CDDDCC
            NYDEGGER,          DDDDDD,         CDDCCC
            NYDEGGER,          CCDDDC,         CCCCCC
            SHUBIK,            CDCDCCCDCCCCC,  CCDCDDCCDDDCC
            SHUBIK,            CDDDDDDD,       CCDCDDCD
            DAVIS,             CCDCCCCCCCCC,   CCCCCCCCCCDD
            DOWNING,           CCCCCCC,        DDCDDDD
            DOWNING,           DDDDDD,         DDDDDD
            STEIN_RAPOPORT,    DDDDDDDD,       CCCCDDDD
            TULLOCK,           DDDDDDDDDDDDDD, CCCCCCCCCCCDDD
            FELD,              DDDD,           CDDD
            JOSS,              DDDD,           CDDD
            """)
    void plays_as_it_is_described(Entrant entrant, String other, String own) {
        assertThat(played(entrant, other, 1)).isEqualTo(own);
    }

    @Test
    void stein_and_rapoport_defect_on_who_seems_random_and_in_the_last_two_rounds() {
        assertThat(played(Entrant.STEIN_RAPOPORT, "CCD".repeat(10) + "C".repeat(170), 1)).startsWith(
                "CCCCCCDCCDCCDC" + "D".repeat(15) + "CDC").endsWith("CCDD");
        assertThat(played(Entrant.STEIN_RAPOPORT, "C".repeat(200), 1)).isEqualTo("C".repeat(198) + "DD");
    }

    @Test
    void graaskamp_tests_the_other_once_and_then_stays_with_its_like_or_steals_now_and_then() {
        String stolen = played(Entrant.GRAASKAMP, "C".repeat(200), 1);
        String like = played(Entrant.GRAASKAMP, "C".repeat(51) + "DC".repeat(74) + "D", 1);

        assertThat(stolen).startsWith("C".repeat(50) + "D" + "C".repeat(10));
        assertThat(stolen.substring(51).split("D", -1)).hasSizeBetween(9, 30)
                .allMatch(kept -> kept.length() <= 20);
        assertThat(like).isEqualTo("C".repeat(50) + "DC".repeat(75));
        assertThat(played(Entrant.GRAASKAMP, "CD".repeat(60), 1)).endsWith("D".repeat(60));
    }

    @Test
    void tideman_and_chieruzzi_forgive_whom_they_have_left_far_behind() {
        assertThat(played(Entrant.TIDEMAN_CHIERUZZI, "CDCDCDCD" + "C".repeat(30), 1))
                .isEqualTo("CCDC" + "D".repeat(8) + "C".repeat(26));
        assertThat(played(Entrant.TIDEMAN_CHIERUZZI, "CD".repeat(8) + "C".repeat(34), 1))
                .isEqualTo("CCDC" + "D".repeat(30) + "C".repeat(16));
        assertThat(played(Entrant.TIDEMAN_CHIERUZZI, "C".repeat(200), 1)).isEqualTo("C".repeat(198) + "DD");
    }

    @ParameterizedTest
    @CsvSource({"JOSS, 0.9, C", "FELD, 0.75, C", "TULLOCK, 0.905, C", "ANONYMOUS, 0.5, C", "ANONYMOUS, 0.5, D",
            "GROFMAN, 0.583, D"})
    void cooperates_as_often_as_it_is_described(Entrant entrant, double share, String other) {
        double kind = 0;
        for (int seed = 0; seed < 200; seed++) {
            kind += played(entrant, other.repeat(200), seed).chars().filter(move -> move == 'C').count();
        }

        assertThat(kind / 40_000).isBetween(share - 0.015, share + 0.015);
    }
}
