package microcosm.agents;

import java.util.List;
import java.util.SplittableRandom;

import microcosm.speech.Intent;
import microcosm.testing.Seeds;
import microcosm.trace.Debt;
import microcosm.worlds.Bundle;

import static org.assertj.core.api.Assertions.assertThat;

/// A decision depends on what reached the person and on nothing else.
class VisibilityTest {
    @Seeds(100)
    void what_others_are_believe_want_and_hide_changes_nothing_until_it_reaches_somebody(SplittableRandom chance) {
        long seed = chance.nextLong();
        var plain = new Play(village(Village.person("bo").written()), seed, debt());
        var other = new Play(village(Village.person("bo").goal("99 * salt").honesty(0).believes(Village.STOP, 0.99)
                .trusts("ada", 1).secret("I cracked the race.").option("talk", "1").written()), seed, debt());

        for (int step = 1; step <= 6; step++) {
            plain.step = step;
            other.step = step;
            assertThat(decision(plain, seed)).isEqualTo(decision(other, seed));
        }
    }

    @Seeds(50)
    void the_same_world_and_seed_give_the_same_society(SplittableRandom chance) {
        long seed = chance.nextLong();

        var one = new Play(Village.drawn(new SplittableRandom(seed)), seed);
        var two = new Play(Village.drawn(new SplittableRandom(seed)), seed);
        one.steps(8);
        two.steps(8);

        assertThat(one.story).isEqualTo(two.story);
        assertThat(one.inside).isEqualTo(two.inside);
    }

    private static Village village(microcosm.worlds.Person bo) {
        return new Village().with(Village.person("ada").goal("min(grain, 6) + coin").honesty(0.5)
                .believes(Village.SOUND, 0.9).holds("4 grain, 5 salt, 2 coin").written()).with(bo);
    }

    private static Debt debt() { return new Debt("ada", "bo", Bundle.parse("2 grain")); }

    private static List<Intent> decision(Play play, long seed) {
        return List.of(
                play.policies.get("ada").decide(Play.TURN, play.situation("ada"), new Inside("ada", seed, play.step)));
    }
}
