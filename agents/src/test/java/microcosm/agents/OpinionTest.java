package microcosm.agents;

import java.util.List;

import org.junit.jupiter.api.Test;

import microcosm.worlds.Assertion.Stance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class OpinionTest {
    @Test
    void in_a_voter_society_the_chance_that_everybody_comes_to_believe_is_the_share_that_did_at_first() {
        int believing = 0;
        int runs = 300;
        for (int seed = 0; seed < runs; seed++) {
            var village = new Village();
            for (int i = 0; i < 8; i++) {
                village.with(Village.person("p" + i).policy("voter").believes(Village.STOP, i < 2 ? 1 : 0).written());
            }
            var play = new Play(village, seed);
            play.simultaneous = true;
            play.steps(120);
            List<Double> ends = play.policies.values().stream().map(p -> p.credence(Village.STOP)).distinct().toList();
            assertThat(ends).as("seed " + seed).hasSize(1);
            believing += ends.getFirst() > 0.5 ? 1 : 0;
        }

        // binomial, p = 2/8: sd of the share is 0.025
        assertThat(believing / (double) runs).isCloseTo(0.25, within(0.08));
    }

    @Test
    void degroot_takes_the_mean_of_what_was_heard_weighed_by_trust() {
        var play = new Play(new Village()
                .with(Village.person("ada").policy("degroot", "talk", "0").trusts("bo", 1).trusts("cy", 0.5)
                        .believes(Village.STOP, 0.2).written())
                .with(Village.person("bo").policy("silent").written())
                .with(Village.person("cy").policy("silent").written()), 1);

        play.hear("ada", "bo", Village.STOP, Stance.ASSERTS);
        play.hear("ada", "cy", Village.STOP, Stance.DENIES);
        play.steps(1);

        assertThat(play.policies.get("ada").credence(Village.STOP)).isCloseTo((0.2 + 1 + 0) / 2.5, within(1e-12));
        assertThat(play.policies.get("ada").credence(Village.SOUND)).isCloseTo(1 - 1.2 / 2.5, within(1e-12));
    }

    @Test
    void what_one_thinks_oneself_counts_as_much_as_is_written() {
        var play = new Play(new Village()
                .with(Village.person("ada").policy("degroot", "talk", "0", "own", "3").trusts("bo", 1)
                        .believes(Village.STOP, 0.2).written())
                .with(Village.person("bo").policy("silent").written()), 1);

        play.hear("ada", "bo", Village.STOP, Stance.ASSERTS);
        play.steps(5);

        assertThat(play.policies.get("ada").credence(Village.STOP)).isCloseTo((3 * 0.2 + 1) / 4, within(1e-12));
        assertThat(play.story).isEmpty();
    }

    @Test
    void the_stubborn_never_change() {
        var play = new Play(new Village()
                .with(Village.person("ada").policy("stubborn").believes(Village.STOP, 0.9).written())
                .with(Village.person("bo").policy("stubborn").believes(Village.STOP, 0.1).written()), 1);

        play.steps(10);

        assertThat(play.policies.get("ada").credence(Village.STOP)).isEqualTo(0.9);
        assertThat(play.inside).isEmpty();
        assertThat(play.story).hasSize(20);
    }

    @Test
    void a_liar_says_the_opposite_of_what_it_believes() {
        var play = new Play(new Village()
                .with(Village.person("ada").policy("liar").believes(Village.STOP, 0.9).written())
                .with(Village.person("bo").policy("voter").believes(Village.STOP, 0.9).written()), 1);

        play.steps(3);

        assertThat(play.policies.get("ada").credence(Village.STOP)).isEqualTo(0.9);
        assertThat(play.policies.get("bo").credence(Village.STOP)).isZero();
    }

    @Test
    void a_sycophant_says_what_it_heard_last_and_believes_what_it_did() {
        var play = new Play(new Village()
                .with(Village.person("ada").policy("sycophant").believes(Village.STOP, 0.9).written())
                .with(Village.person("bo").policy("voter").believes(Village.STOP, 0.9).written())
                .with(Village.person("cy").policy("silent").written()), 1);

        play.hear("ada", "cy", Village.STOP, Stance.DENIES);
        play.steps(2);

        assertThat(play.policies.get("ada").credence(Village.STOP)).isEqualTo(0.9);
        assertThat(play.policies.get("bo").credence(Village.STOP)).isZero();
    }
}
