package microcosm.examples;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/// Does a rumour reach people through words, and through nothing else?
class WeirVillageTest {
    private static final int SEEDS = 20;

    @TempDir
    private Path runs;

    private double[] differences(String measure, String... settings) {
        double[] differences = new double[SEEDS];
        for (int seed = 1; seed <= SEEDS; seed++) {
            differences[seed - 1] = played(seed, "planted", settings).measure(measure)
                    - played(seed, "none", settings).measure(measure);
        }
        return differences;
    }

    private Playing played(long seed, String rumour, String... settings) {
        String[] all = java.util.Arrays.copyOf(settings, settings.length + 1);
        all[settings.length] = "rumour=" + rumour;
        return Playing.of("weir-village/doors", runs, seed, all);
    }

    @Test
    void a_planted_rumour_raises_the_fear_of_those_not_given_it() throws IOException {
        Paired inPublic = Paired.of(differences("fear_of_others"));
        Paired inPrivate = Paired.of(differences("fear_of_others", "market_talk=private"));

        assertThat(inPublic.low()).isPositive();
        assertThat(inPublic.p()).isLessThan(0.05);
        assertThat(inPrivate.low()).isPositive();
        assertThat(inPrivate.p()).isLessThan(0.05);
        assertThat(Files.readString(Path.of("weir-village/README.md")))
                .contains("| open, market public | " + inPublic + " |", "| open, market private | " + inPrivate + " |");
    }

    @Test
    void with_every_channel_closed_it_changes_nobody_it_was_not_given_to() {
        assertThat(differences("fear_of_others", "doors=shut")).containsOnly(0);
    }

    @Test
    void with_its_doors_open_the_example_is_the_shipped_village() {
        Playing shipped = Playing.of("weir-village", runs, 7);
        Playing example = played(7, "planted");

        assertThat(example.words()).isEqualTo(shipped.words()).isNotEmpty();
        assertThat(example.measures().get("fear")).isEqualTo(shipped.measures().get("fear"));
    }
}
