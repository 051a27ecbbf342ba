package microcosm.gamemaster;

import java.nio.file.Path;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import microcosm.agents.games.AlternatingOffers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

/// Sealed bids, offers, trust and guesses, against their closed forms.
class BargainsTest {
    @TempDir
    private Path folder;

    private static String people(String policy, double... worths) {
        var page = new StringBuilder("## People\n\n");
        for (int i = 0; i < worths.length; i++) {
            page.append("### P").append(i).append("\n- policy: ").append(policy).append("\n- traits: worth ")
                    .append(worths[i]).append("\n\n");
        }
        return page.toString();
    }

    private Ended auction(String rule, String policy, double... worths) {
        return auction(1, rule, 0, people(policy, worths));
    }

    private Ended auction(int rounds, String rule, int reserve, String people) { return Ended.of(rounds, people + """
                ## Markets

                | lot | mechanism | from | to | reserve |
                |---|---|---|---|---|
                | Vase | %s | 20 | 100 | %d |

                ## Actions

                | action | needs | effect |
                |---|---|---|
                | bid(lot: market, price: quantity 0.0..1000.0) | | supply(lot, price) |

                ## Measures

                | measure | when | is |
                |---|---|---|
                | gained | end | attribute(everyone, "surplus vase") / most_surplus |
                | paid | end | nash_price |
                """.formatted(rule, reserve), 1, folder); }

    @Test
    void in_a_first_price_auction_all_shade_by_one_part_in_as_many_as_they_are_and_the_highest_pays_that() {
        Ended ended = auction("first-price", "bidder", 40, 80, 60, 30);

        assertThat(ended.benchmarks().get("nash_bid p1")).isEqualTo(20 + 60 * 3 / 4.0);
        assertThat(ended.benchmarks().get("expected_price")).isCloseTo(20 + 80 * 3 / 5.0, within(1e-9));
        assertThat(ended.word("* winner vase")).isEqualTo("p1");
        assertThat(ended.number("* price vase")).isEqualTo(65);
        assertThat(ended.number("p1 earned vase")).isEqualTo(15);
        assertThat(ended.number("p2 earned vase")).isZero();
    }

    @Test
    void in_a_second_price_auction_all_bid_what_it_is_worth_and_the_highest_pays_the_second() {
        Ended ended = auction("second-price", "bidder", 40, 80, 60, 30);

        assertThat(ended.benchmarks().get("nash_bid p1")).isEqualTo(80);
        assertThat(ended.number("* price vase")).isEqualTo(60);
        assertThat(ended.number("p1 earned vase")).isEqualTo(20);
    }

    @Test
    void the_optimum_of_the_values_people_have_is_what_measures_compare_with() {
        Ended ended = auction("second-price", "bidder", 40, 80, 60, 30);

        assertThat(ended.benchmarks()).containsEntry("most_surplus", 80.0).containsEntry("nash_price", 60.0);
        assertThat(ended.measures()).containsEntry("gained", 1.0).containsEntry("paid", 60.0);
        assertThat(ended.number("* efficiency vase")).isEqualTo(1);
        assertThat(ended.number("p2 bid vase")).isEqualTo(60);
    }

    @Test
    void what_goes_to_somebody_who_wants_it_less_is_lost() {
        String people = people("bidder(bids: worth)", 80)
                + people("bidder", 90).replace("## People\n\n### P0", "### Bo")
                + "### Ann\n- policy: silent\n\n";

        Ended ended = auction(2, "first-price", 0, people);

        assertThat(ended.benchmarks()).containsEntry("nash_bid bo", 55.0).containsEntry("most_surplus", 90.0);
        assertThat(ended.number("bo bid vase")).isEqualTo(55);
        assertThat(ended.word("* winner vase")).isEqualTo("p0");
        assertThat(ended.number("* surplus vase")).isEqualTo(160);
        assertThat(ended.number("* efficiency vase")).isCloseTo(160 / 180.0, within(1e-9));
    }

    @Test
    void what_nobody_pays_the_reserve_for_stays_and_all_there_was_to_gain_is_lost() {
        Ended ended = auction(1, "first-price", 95, people("bidder", 40, 90));

        assertThat(ended.attributes()).doesNotContainKey("* winner vase").containsEntry("* surplus vase", "0")
                .containsEntry("* efficiency vase", "0").containsEntry("p1 bid vase", "90");
        assertThat(ended.benchmarks().get("nash_price")).isZero();
    }

    @Test
    void of_equal_bids_the_seed_decides() {
        long different = IntStream.range(0, 12).mapToObj(seed -> Ended.of(1, people("bidder", 50, 50) + """
                ## Markets

                | lot | mechanism |
                |---|---|
                | Vase | second-price |

                ## Actions

                | action | needs | effect |
                |---|---|---|
                | bid(lot: market, price: quantity 0.0..1000.0) | | supply(lot, price) |
                """, seed, folder.resolve("s" + seed)).word("* winner vase")).distinct().count();

        assertThat(different).isEqualTo(2);
    }

    private Ended bargain(int steps, String columns, String cells) { return Ended.of(steps, """
                ## People

                ### Ann
                - policy: bargainer

                ### Bob
                - policy: bargainer

                ## Markets

                | pie | mechanism | %s |
                |---|---|%s
                | Pie | bargaining | %s |

                ## Phases

                | phase | who | order |
                |---|---|---|
                | offering | everyone | simultaneous |
                | answering | everyone | simultaneous |

                ## Actions

                | action | needs | effect | phase |
                |---|---|---|---|
                | offer(pie: market, part: quantity 0.0..1.0) | | supply(pie, part) | offering |
                | answer(pie: market, so: choice accept or reject) | | choose(pie, so) | answering |
                """.formatted(columns, "---|".repeat(columns.split("\\|").length), cells), 1, folder); }

    @Test
    void an_ultimatum_leaves_the_other_nothing_and_is_accepted() {
        Ended ended = bargain(1, "rounds | discount", "1 | 0.9");

        assertThat(ended.benchmarks()).containsEntry("nash_share", 1.0);
        assertThat(ended.number("ann earned pie")).isEqualTo(1);
        assertThat(ended.number("bob earned pie")).isZero();
        assertThat(ended.word("* agreed pie")).isEqualTo("1");
    }

    @Test
    void with_an_end_and_without_the_first_keeps_what_was_proved() {
        Ended two = bargain(2, "rounds | discount | second discount", "2 | 0.8 | 0.6");
        Ended long_ = bargain(40, "rounds | discount | second discount", "0 | 0.8 | 0.6");

        assertThat(two.number("ann earned pie")).isCloseTo(0.4, within(1e-9));
        assertThat(two.number("bob earned pie")).isCloseTo(0.6, within(1e-9));
        assertThat(long_.benchmarks().get("rubinstein_share")).isCloseTo(0.4 / 0.52, within(1e-9));
        assertThat(long_.number("ann earned pie")).isCloseTo(0.4 / 0.52, within(1e-6));
        assertThat(new AlternatingOffers(3, 0.8, 0.6).kept(1)).isCloseTo(1 - 0.6 * (1 - 0.8), within(1e-12));
    }

    @Test
    void trust_pays_from_a_third_on() {
        for (double[] way : new double[][]{{0.5, 10, 10}, {1, 0.5, 15}, {1, 0.2, 6}, {0, 0.5, 10}}) {
            Ended ended = Ended.of(1, """
                    ## People

                    ### Ann
                    - policy: trusting(sends: %s)

                    ### Bob
                    - policy: trusting(returns: %s)

                    ## Markets

                    | loan | mechanism |
                    |---|---|
                    | Loan | trust-game |

                    ## Phases

                    | phase | who | order |
                    |---|---|---|
                    | sending | [Ann](#ann) | simultaneous |
                    | returning | [Bob](#bob) | simultaneous |

                    ## Actions

                    | action | needs | effect |
                    |---|---|---|
                    | send(loan: market, units: quantity 0.0..100.0) | | supply(loan, units) |
                    """.formatted(way[0], way[1] > 1 ? "0.3333333333" : way[1]), 1,
                    folder.resolve("t" + way[0] + way[1]));

            assertThat(ended.number("ann earned loan")).isCloseTo(way[2], within(1e-6));
            assertThat(ended.number("ann earned loan") + ended.number("bob earned loan"))
                    .isCloseTo(20 + 2 * 10 * way[0], within(1e-6));
            assertThat(ended.benchmarks()).containsEntry("joint_profit", 40.0).containsEntry("nash_profit", 10.0);
        }
    }

    @Test
    void who_thinks_k_steps_ahead_names_a_share_to_the_k() {
        String page = """
                ## People

                ### Ann
                - policy: level-k(depth: 1)

                ### Bob
                - policy: level-k(depth: 2)

                ### Cy
                - policy: level-k(depth: 0)

                ## Markets

                | contest | mechanism | factor |
                |---|---|---|
                | Contest | beauty-contest | 0.5 |

                ## Actions

                | action | needs | effect |
                |---|---|---|
                | guess(contest: market, number: quantity 0.0..100.0) | | supply(contest, number) |
                """;
        Ended ended = Ended.of(1, page, 1, folder);

        assertThat(ended.number("ann brought contest")).isEqualTo(25);
        assertThat(ended.number("bob brought contest")).isEqualTo(12.5);
        assertThat(ended.number("bob earned contest")).as("half of the mean of 29.2 is 14.6").isEqualTo(100);
        assertThat(ended.number("ann earned contest")).isZero();
        assertThat(ended.benchmarks()).containsEntry("nash_guess", 0.0).containsEntry("level_2", 12.5);
        assertThat(Ended.of(30, page, 1, folder.resolve("long")).number("bob brought contest")).isLessThan(0.1);
    }
}
