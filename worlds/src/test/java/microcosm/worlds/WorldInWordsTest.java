package microcosm.worlds;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

class WorldInWordsTest {
    @Test
    void the_starter_is_shown_as_it_is_understood() { assertThat(
            String.join("\n", WorldInWords.lines(NewWorld.starter().world(Map.of("rumour", "none")))))
            .isEqualTo("""
                        Starter (starter)
                          Two neighbours share a well and trade apples for eggs over the fence. It has not rained for a month.
                          lasts: 6 days
                          turns: one after another, in an order drawn each time
                          the end: announced
                          game master: rules
                          speech: on
                          memory: full
                          rumour = none

                        People
                          Ada
                            Keeps hens. Says what she thinks.
                            wants: apples for the winter, and a neighbour she can rely on
                            goal: min(apples, 6) + 0.5 * eggs
                            honesty: 1
                            trusts: Bo 0.8
                            holds: 1 apples, 8 eggs
                          Bo
                            Has three apple trees. Would rather not quarrel.
                            wants: eggs for breakfast
                            goal: min(eggs, 6) + 0.5 * apples
                            honesty: 0.7
                            holds: 9 apples, 1 eggs

                        Goods
                          apples
                            unit: apple
                            may: not be made
                            may: not be used up
                          eggs
                            unit: egg
                            may: not be made
                            may: not be used up

                        Claims
                          the claim “The well runs dry”
                            Before the month is over there will be no water in the well.
                            truth: false

                        Channels
                          the fence
                            who may speak: everyone
                            heard by: everyone
                            open: every day

                        Actions
                          the action “offer”
                            takes: to: person, give: goods, get: goods
                            needs: holds(actor, give)
                            effect: open_offer(to, give, get, 1)
                          the action “accept”
                            takes: offer: offer
                            needs: holds(actor, offer.get)
                            effect: swap(offer)
                          the action “say”
                            takes: channel: channel, to: person?, text: speech
                            needs: may_speak(actor, channel)
                            effect: tell(channel, to, text)
                          the action “wait”

                        Probes
                          the probe “Fear of drought”
                            about: “The well runs dry”
                            ask: everyone
                            when: days 3 6
                            record: off the record
                            question: How likely is it that the well runs dry?
                            answer: 0 to 100

                        Measures
                          the measure trades
                            when: at the end
                            is: count(events, action = "accept")
                          the measure fear
                            when: days 3 6
                            is: mean(people, probe("Fear of drought"))

                        Design
                          the design
                            factors: rumour planted, none
                            replicates: 10
                            seeds: paired
                            primary: fear at day 6, rumour planted against none"""); }

    /// Two expressions are the same tree if and only if they are written in the same words.
    @ParameterizedTest
    @MethodSource("microcosm.worlds.WorldFile#shippedIds")
    void expressions_in_words_read_as_the_same_expressions(String id) {
        World world = WorldFile.shipped(id).world(Map.of());

        assertThat(world.watch().measures()).allSatisfy(measure -> assertThat(
                parsed(ExpressionText.of(measure.is().tree()))).isEqualTo(measure.is().tree()));
        assertThat(world.cast().people()).allSatisfy(person -> person.goal().ifPresent(goal -> assertThat(
                parsed(ExpressionText.of(goal.tree()))).isEqualTo(goal.tree())));
    }

    @Test
    void brackets_stand_where_they_are_needed_and_nowhere_else() {
        for (String text : new String[]{"a - (b - c)", "(a + b) * c", "-(a ^ 2)", "(-a) ^ 2", "2 ^ -a", "not (a and b)",
                "(a or b) and c", "0 <= q <= 60", "(a = 1) = true", "f(a, b).c", "a / b / c", "a / (b * c)",
                "not a = b", "(2 ^ 3) ^ 2"}) {
            Expression tree;
            try {
                tree = parsed(text);
            } catch (WorldException refused) {
                continue;
            }
            assertThat(parsed(ExpressionText.of(tree))).as(text + " → " + ExpressionText.of(tree))
                    .isEqualTo(tree);
        }
        assertThat(ExpressionText.of(parsed("((a)+(b*c))"))).isEqualTo("a + b * c");
    }

    private static Expression parsed(String text) { return Formula.parse(text, new Position("w.md", 1, 1)).tree(); }
}
