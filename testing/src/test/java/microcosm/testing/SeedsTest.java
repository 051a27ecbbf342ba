package microcosm.testing;

import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class SeedsTest {
    @Seeds(20)
    void a_test_gets_its_seed_and_a_generator_made_from_it(long seed, SplittableRandom random) {
        assertThat(seed).isBetween(0L, 19L);
        assertThat(random.nextLong()).isEqualTo(new SplittableRandom(seed).nextLong());
    }

    @Test
    void without_a_choice_all_seeds_from_0_are_played() {
        assertThat(SeededCases.seeds("", 3)).containsExactly(0L, 1L, 2L);
    }

    @Test
    void chosen_seeds_are_the_only_ones_played() {
        LongStream seeds = SeededCases.seeds("17, 40", 3);

        assertThat(seeds).containsExactly(17L, 40L);
    }

    @Test
    void no_cases_at_all_is_a_mistake() {
        assertThatIllegalArgumentException().isThrownBy(() -> SeededCases.seeds("", 0))
                .withMessage("@Seeds(0) must be at least 1");
    }

    @Test
    void a_failure_is_repeated_by_one_line() {
        String line = new SeededCase(17).repeating(Path.of("/somewhere/trace"), "StateTest", "nothing_is_lost");

        assertThat(line).isEqualTo("mvn -B -pl trace -am test -Dtest='StateTest#nothing_is_lost'"
                + " -Dsurefire.failIfNoSpecifiedTests=false -Dseeds=17");
    }
}
