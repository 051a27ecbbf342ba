package microcosm.agents;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import microcosm.speech.Intent.Deed;
import microcosm.testing.Seeds;
import microcosm.worlds.Assertion.Stance;

import static org.assertj.core.api.Assertions.assertThat;

class TellingTest {
    @Seeds(200)
    void an_honest_person_never_asserts_what_they_do_not_believe(SplittableRandom chance) {
        var play = new Play(Village.drawn(chance), chance.nextLong());

        play.steps(12);

        assertThat(play.decisions).filteredOn(d -> d.persona().person().honesty().orElse(1) == 1)
                .allSatisfy(d -> assertThat(d.said()).noneMatch(say -> insincere(d, say)));
    }

    @Test
    void somebody_dishonest_asserts_what_they_do_not_believe_only_where_they_have_an_interest() {
        int lies = 0;
        int without = 0;
        for (int seed = 0; seed < 40; seed++) {
            lies += insincere(seed, Village.person("ada").honesty(0.4).believes(Village.STOP, 0.1).option("gains-from",
                    Village.STOP));
            without += insincere(seed, Village.person("ada").honesty(0.4).believes(Village.STOP, 0.1));
        }

        assertThat(lies).isPositive();
        assertThat(without).isZero();
    }

    @Seeds(100)
    void nobody_says_the_same_to_the_same_person_again_within_six_steps(SplittableRandom chance) {
        var play = new Play(Village.drawn(chance), chance.nextLong());

        play.steps(20);

        Map<String, Integer> last = new LinkedHashMap<>();
        for (Play.Decision decision : play.decisions) {
            Optional<String> to = decision.intent().addressee();
            for (Deed.Say say : decision.said()) {
                boolean answer = play.asked.contains(decision.situation().person() + " " + to.orElse(""));
                String key = decision.situation().person() + to + decision.intent().channel() + say.claim()
                        + say.stance();
                Integer before = last.put(key, decision.situation().step());
                if (before != null && !answer) {
                    assertThat(decision.situation().step() - before).isGreaterThanOrEqualTo(6);
                }
            }
        }
    }

    @Test
    void whoever_is_asked_answers_on_their_next_turn() {
        var play = new Play(new Village().with(Village.person("ada").option("talk", "0").believes(Village.STOP, 0.9)
                .written()).with(Village.person("bo").policy("silent").written()), 1);
        play.hear("ada", "bo", Village.STOP, Stance.ASKS);

        play.steps(1);

        assertThat(play.decisions.getFirst().intent().addressee()).contains("bo");
        assertThat(play.decisions.getFirst().said())
                .isEqualTo(List.of(new Deed.Say(Village.STOP, Stance.ASSERTS, 0.9, Optional.empty())));
    }

    @Test
    void with_every_channel_closed_no_belief_ever_changes() {
        var play = new Play(Village.weir(true), 7);
        play.channelsOpen = false;

        play.steps(12);

        assertThat(play.inside).isEmpty();
        assertThat(play.decisions).allSatisfy(d -> assertThat(d.said()).isEmpty());
    }

    private static List<String> said(Village.Draft ada) {
        var play = new Play(new Village().with(ada.written()).with(Village.person("bo").policy("silent").written()), 1);
        play.steps(40);
        return play.decisions.stream().filter(d -> d.situation().person().equals("ada"))
                .flatMap(d -> d.said().stream().map(say -> say.stance() + " " + say.claim())).distinct().toList();
    }

    @Test
    void what_is_known_in_secret_is_told_by_a_gossip_turned_round_by_a_liar_and_kept_by_others() {
        assertThat(said(Village.person("ada").believes(Village.STOP, 1))).containsExactly("ASSERTS " + Village.STOP);
        assertThat(said(Village.person("ada").believes(Village.STOP, 1).option("keeps", Village.STOP))).isEmpty();
        assertThat(said(Village.person("ada").believes(Village.STOP, 1).option("keeps", Village.STOP)
                .policy("stubborn"))).isEmpty();
        assertThat(said(Village.person("ada").believes(Village.STOP, 1).option("keeps", Village.STOP)
                .policy("gossip"))).containsExactly("ASSERTS " + Village.STOP);
        assertThat(said(Village.person("ada").believes(Village.STOP, 1).option("keeps", Village.STOP)
                .policy("liar"))).containsExactly("ASSERTS " + Village.SOUND);
    }

    private static int insincere(int seed, Village.Draft ada) {
        var play = new Play(new Village().with(ada.written()).with(Village.person("bo").written()), seed);
        play.steps(6);
        return (int) play.decisions.stream().filter(d -> d.situation().person().equals("ada"))
                .flatMap(d -> d.said().stream().filter(say -> insincere(d, say))).count();
    }

    private static boolean insincere(Play.Decision decision, Deed.Say say) {
        double credence = decision.credences().getOrDefault(say.claim(), 0.5);
        return (say.stance() == Stance.ASSERTS && credence <= 0.5)
                || (say.stance() == Stance.DENIES && credence >= 0.5);
    }
}
