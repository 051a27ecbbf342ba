package microcosm.agents;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

import org.junit.jupiter.api.Test;

import microcosm.speech.Intent.Deed;
import microcosm.testing.Seeds;
import microcosm.trace.Debt;
import microcosm.trace.Offer;
import microcosm.worlds.Bundle;

import static org.assertj.core.api.Assertions.assertThat;

class TradingTest {
    @Seeds(200)
    void no_swap_is_proposed_or_accepted_that_does_not_raise_the_own_goal(SplittableRandom chance) {
        var play = new Play(Village.drawn(chance), chance.nextLong(), new Debt("ada", "bo", Bundle.parse("3 grain")));

        play.steps(12);

        for (Play.Decision decision : play.decisions) {
            Persona persona = decision.persona();
            Goal goal = Goal.of(persona.goal(), persona.goods());
            Standing standing = Standing.of(persona.goods(), decision.situation());
            for (Deed.Act accept : decision.acts("accept")) {
                Offer offer = offer(accept, decision.situation());
                Standing then = standing.after(offer.get(), offer.give());
                assertThat(goal.gain(standing, then)).isPositive();
                standing = then;
            }
            for (Deed.Act repay : decision.acts("repay")) {
                standing = standing.repaid(Bundle.parse(repay.arguments().get("what")));
            }
            for (Deed.Act offer : decision.acts("offer")) {
                Bundle give = Bundle.parse(offer.arguments().get("give"));
                assertThat(standing.holds(give)).isTrue();
                assertThat(goal.gain(standing, standing.after(give, Bundle.parse(offer.arguments().get("get")))))
                        .isPositive();
            }
        }
        assertThat(play.story).noneMatch(line -> line.contains("offer refused"));
    }

    @Seeds(100)
    void what_somebody_refused_is_never_offered_them_again(SplittableRandom chance) {
        var play = new Play(Village.drawn(chance), chance.nextLong());

        play.steps(12);

        var made = new ArrayList<String>();
        for (Play.Decision decision : play.decisions) {
            for (Deed.Act act : decision.acts("offer")) {
                String offer = decision.situation().person() + " " + act.arguments();
                assertThat(made.contains(offer) && play.taken.stream().noneMatch(t -> offer.equals(described(t))))
                        .as(offer).isFalse();
                made.add(offer);
            }
        }
    }

    @Test
    void in_the_weir_village_tomas_clears_his_debt_and_nobody_ends_worse_off() {
        for (int seed = 0; seed < 20; seed++) {
            var play = new Play(Village.weir(true), seed, new Debt("tomas", "ilse", Bundle.parse("5 grain")));
            List<Double> before = worth(play);

            play.steps(12);

            List<Double> after = worth(play);
            for (int i = 0; i < before.size(); i++) {
                assertThat(after.get(i)).isGreaterThanOrEqualTo(before.get(i));
            }
            assertThat(play.state.debts()).isEmpty();
        }
    }

    @Test
    void what_is_good_enough_falls_with_time() {
        var early = new Village().with(Village.person("ada").goal("coin").holds("9 grain").written());
        var play = new Play(early.with(Village.person("bo").written()), 1);
        var poor = new Offer("o1", "bo", "ada", Bundle.parse("1 coin"), Bundle.parse("3 grain"), 12);

        assertThat(accepts(play, poor, 1)).isFalse();
        assertThat(accepts(play, poor, 12)).isTrue();
    }

    private static String described(Offer offer) {
        return offer.from() + " {to=" + offer.to() + ", give=" + offer.give() + ", get=" + offer.get() + "}";
    }

    private static boolean accepts(Play play, Offer offer, int step) {
        play.step = step;
        play.state = play.state.after(new microcosm.trace.Effect.Offered(offer.id() + step, offer.from(), offer.to(),
                offer.give(), offer.get(), offer.until()));
        var intent = play.policies.get("ada").decide(Play.TURN, play.situation("ada"), new Inside("ada", 1, step));
        return intent.deeds().stream().anyMatch(d -> d instanceof Deed.Act act && act.action().equals("accept"));
    }

    private static List<Double> worth(Play play) {
        return play.world.cast().people().stream().map(person -> {
            var persona = new Persona(play.world, person, new Remembered());
            return Goal.of(persona.goal(), persona.goods())
                    .worth(Standing.of(persona.goods(), play.situation(person.id())));
        }).toList();
    }

    private static Offer offer(Deed.Act accept, Situation situation) {
        return situation.offers().stream().filter(o -> o.id().equals(accept.arguments().get("offer"))).findFirst()
                .orElseThrow();
    }
}
