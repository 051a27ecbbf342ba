package microcosm.agents;

import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import microcosm.testing.Seeds;
import microcosm.trace.Event;
import microcosm.trace.EventId;
import microcosm.worlds.Assertion.Stance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

class CredencesTest {
    private static final EventId HEARD = new EventId(3, 1, "tomas", 2);
    private final Inside inner = new Inside("ada", 1, 3);

    @Test
    void hearing_the_same_from_the_same_mouth_moves_less_the_second_time() {
        Credences ada = credences(Village.person("ada"));

        ada.hear(Village.STOP, Stance.ASSERTS, "tomas", 0.5, HEARD, inner);
        double once = logOdds(ada.of(Village.STOP));
        ada.hear(Village.STOP, Stance.ASSERTS, "tomas", 0.5, HEARD, inner);
        double twice = logOdds(ada.of(Village.STOP)) - once;

        assertThat(once).isCloseTo(Math.log(0.725 / 0.275), within(1e-9));
        assertThat(twice).isCloseTo(once / 2, within(1e-9));
    }

    @Test
    void hearing_the_same_from_another_mouth_moves_as_much_again() {
        Credences ada = credences(Village.person("ada"));

        ada.hear(Village.STOP, Stance.ASSERTS, "tomas", 0.5, HEARD, inner);
        double once = logOdds(ada.of(Village.STOP));
        ada.hear(Village.STOP, Stance.ASSERTS, "peder", 0.5, HEARD, inner);

        assertThat(logOdds(ada.of(Village.STOP))).isCloseTo(2 * once, within(1e-9));
    }

    @Test
    void denying_a_claim_after_asserting_what_denies_it_is_a_repetition() {
        Credences ada = credences(Village.person("ada"));

        ada.hear(Village.STOP, Stance.ASSERTS, "tomas", 0.5, HEARD, inner);
        double once = logOdds(ada.of(Village.STOP));
        ada.hear(Village.SOUND, Stance.DENIES, "tomas", 0.5, HEARD, inner);

        assertThat(logOdds(ada.of(Village.STOP))).isCloseTo(1.5 * once, within(1e-9));
    }

    @Seeds(200)
    void what_is_believed_of_two_contradictory_claims_always_adds_up_to_one(SplittableRandom chance) {
        Credences ada = credences(Village.person("ada").believes(Village.SOUND, chance.nextDouble(0.1, 0.9)));

        for (int i = 0; i < 10; i++) {
            ada.hear(chance.nextBoolean() ? Village.SOUND : Village.STOP,
                    Stance.values()[chance.nextInt(Stance.values().length)], "p" + chance.nextInt(3),
                    chance.nextDouble() * 0.5, HEARD, inner);
        }

        assertThat(ada.of(Village.SOUND) + ada.of(Village.STOP)).isCloseTo(1, within(1e-3));
    }

    @Seeds(200)
    void a_more_trusted_speaker_moves_at_least_as_far_and_always_the_way_they_speak(SplittableRandom chance) {
        double first = chance.nextDouble(0.05, 0.95);
        double less = chance.nextDouble();
        double more = less + (1 - less) * chance.nextDouble();
        Credences doubting = credences(Village.person("ada").believes(Village.STOP, first));
        Credences trusting = credences(Village.person("ada").believes(Village.STOP, first));

        doubting.hear(Village.STOP, Stance.ASSERTS, "tomas", less, HEARD, inner);
        trusting.hear(Village.STOP, Stance.ASSERTS, "tomas", more, HEARD, inner);

        assertThat(doubting.of(Village.STOP)).isGreaterThanOrEqualTo(first - 1e-12);
        assertThat(trusting.of(Village.STOP)).isGreaterThanOrEqualTo(doubting.of(Village.STOP) - 1e-12);
    }

    @Test
    void a_changed_credence_is_written_with_the_event_that_changed_it() {
        Credences ada = credences(Village.person("ada").believes(Village.STOP, 0.5));

        ada.hear(Village.STOP, Stance.ASSERTS, "tomas", 0.5, HEARD, inner);

        assertThat(inner.events).containsExactly(
                new Event.Believed(new EventId(3, 1, "ada", 1), List.of(HEARD), Village.SOUND,
                        new BigDecimal("0.2750")),
                new Event.Believed(new EventId(3, 1, "ada", 2), List.of(HEARD), Village.STOP,
                        new BigDecimal("0.7250")));
    }

    @Test
    void with_bounded_confidence_what_is_too_far_from_the_own_credence_does_not_count() {
        Credences far = credences(Village.person("ada").policy("default", "update", "bounded", "confidence", "0.3")
                .believes(Village.STOP, 0.2));
        Credences near = credences(Village.person("ada").policy("default", "update", "bounded", "confidence", "0.3")
                .believes(Village.STOP, 0.7));

        far.hear(Village.STOP, Stance.ASSERTS, "tomas", 1, HEARD, inner);
        near.hear(Village.STOP, Stance.ASSERTS, "tomas", 1, HEARD, inner);

        assertThat(far.of(Village.STOP)).isEqualTo(0.2);
        assertThat(near.of(Village.STOP)).isCloseTo(0.8, within(1e-12));
    }

    @Test
    void a_question_moves_nothing_and_nobody_moves_who_does_not_update() {
        Credences asked = credences(Village.person("ada"));
        Credences deaf = credences(Village.person("ada").option("update", "none"));

        asked.hear(Village.STOP, Stance.ASKS, "tomas", 1, HEARD, inner);
        deaf.hear(Village.STOP, Stance.ASSERTS, "tomas", 1, HEARD, inner);

        assertThat(asked.of(Village.STOP)).isEqualTo(0.5);
        assertThat(deaf.of(Village.STOP)).isEqualTo(0.5);
        assertThat(inner.events).isEmpty();
    }

    private static double logOdds(double credence) { return Math.log(credence / (1 - credence)); }

    private static Credences credences(Village.Draft draft) {
        var village = new Village().with(draft.written());
        var persona = new Persona(village.world(), village.world().cast().people().getFirst(), new Remembered());
        return new Credences(persona, new Traits(persona, DefaultPolicy.PARAMETERS, new java.util.LinkedHashMap<>()));
    }
}
