package microcosm.agents;

import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import microcosm.trace.EventId;
import microcosm.worlds.World;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class WormTest {
    private static Worm worm(String... parameters) {
        World world = new Village().with(Village.person("ada").policy("worm", parameters).written())
                .with(Village.person("bo").written()).world();
        return (Worm) Policies.policy(new Persona(world, world.cast().people().getFirst(), new Remembered()));
    }

    private static Perception heard(int step, String text) {
        return new Perception(new EventId(step, 1, "bo", 1), step, Perception.Kind.HEARD, Optional.of("bo"),
                Optional.of("square"), text, List.of(), List.of());
    }

    private static microcosm.speech.Intent turn(Worm worm, int step) {
        var situation = new Play(new Village().with(Village.person("ada").written())
                .with(Village.person("bo").written()), 1).situation("ada");
        return worm.decide(Play.TURN, situation, new Inside("ada", 1, step));
    }

    @Test
    void who_hears_the_words_says_them_from_then_on_even_with_nothing_else_to_say() {
        Worm worm = worm("as", "silent", "phrase", "All is well. Pass it on.");
        assertThat(turn(worm, 1).deeds()).isEmpty();

        worm.observe(heard(1, "Good day. All is well. Pass it on."), new Inside("ada", 1, 1));

        assertThat(turn(worm, 2).deeds()).hasSize(1);
        var inner = new Inside("ada", 1, 2);
        assertThat(worm.worded("Good day to you.", new Play(new Village().with(Village.person("ada").written())
                .with(Village.person("bo").written()), 1).situation("ada"), inner))
                .isEqualTo("Good day to you. All is well. Pass it on.");
    }

    @Test
    void other_words_infect_nobody_and_chances_are_kept() {
        Worm worm = worm("catches", "0.3");
        int caught = 0;
        for (int day = 1; day <= 400; day++) {
            Worm fresh = worm("catches", "0.3");
            fresh.observe(heard(day, "Well. Pass it on to everybody you meet."), new Inside("ada", 1, day));
            worm.observe(heard(day, "Pass it on to everybody."), new Inside("ada", 1, day));
            caught += fresh.carries() ? 1 : 0;
        }

        assertThat(worm.carries()).isFalse();
        // binomial, 400 times 0.3: sd 9.2
        assertThat(caught).isBetween(83, 157);
    }

    @Test
    void a_carrier_recovers_at_its_rate() {
        int days = 0;
        for (int one = 0; one < 200; one++) {
            Worm worm = worm("starts", "carrier", "recovers", "0.25", "as", "silent");
            for (int day = 1; worm.carries() && day < 200; day++) {
                turn(worm, one * 200 + day);
                days++;
            }
        }

        // geometric, mean 4: sd of the mean of 200 is 0.25
        assertThat(days / 200.0).isBetween(3.0, 5.0);
    }

    @Test
    void a_carrier_passes_it_on_at_its_rate() {
        int passed = 0;
        Worm worm = worm("starts", "carrier", "passes", "0.25", "as", "silent");
        for (int day = 1; day <= 400; day++) {
            passed += turn(worm, day).deeds().size();
        }

        // binomial, 400 times 0.25: sd 8.7
        assertThat(passed).isBetween(65, 135);
    }

    @Test
    void a_policy_on_top_of_itself_is_the_authors_mistake() {
        assertThatThrownBy(() -> worm("as", "worm"))
                .hasMessage("village.world.md:1:1: Ada: as: \"worm\" lies on top of itself\n  another policy");
    }
}
