package microcosm.agents.games;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

class SealedAuctionTest {
    private static SealedAuction auction(boolean paysOwn, double reserve, int bidders) {
        return new SealedAuction(paysOwn, 20, 100, reserve, bidders);
    }

    @Test
    void without_a_reserve_all_shade_by_one_part_in_as_many_as_they_are() {
        assertThat(auction(true, 0, 4).nash(80)).isEqualTo(20 + 60 * 3 / 4.0);
        assertThat(auction(false, 0, 4).nash(80)).isEqualTo(80);
    }

    @Test
    void with_a_reserve_nobody_who_can_pay_it_bids_less() {
        assertThat(auction(true, 60, 2).nash(60)).isEqualTo(60);
        assertThat(auction(true, 60, 2).nash(100)).isCloseTo(100 - (80 - 40 * 40 / 80.0) / 2, within(1e-12));
        assertThat(auction(true, 60, 2).nash(59)).isEqualTo(59);
        assertThat(auction(false, 60, 2).nash(70)).isEqualTo(70);
    }

    @Test
    void of_two_values_between_nothing_and_one_half_as_reserve_brings_five_twelfths() {
        assertThat(new SealedAuction(true, 0, 1, 0.5, 2).expectedPrice()).isCloseTo(5 / 12.0, within(1e-12));
        assertThat(new SealedAuction(false, 0, 1, 0, 2).expectedPrice()).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(auction(true, 200, 3).expectedPrice()).isCloseTo(0, within(1e-12));
    }

    @Test
    void either_rule_brings_what_the_formula_says_in_the_mean_of_all_values_people_may_have() {
        for (double reserve : new double[]{0, 60, 85}) {
            for (boolean paysOwn : new boolean[]{true, false}) {
                var auction = auction(paysOwn, reserve, 3);
                double sum = 0;
                double most = 0;
                int points = 80;
                for (int i = 0; i < points * points * points; i++) {
                    double[] worths = {value(i % points, points), value(i / points % points, points),
                            value(i / points / points, points)};
                    sum += auction.price(worths);
                    most += SealedAuction.mostSurplus(worths);
                }
                int all = points * points * points;
                assertThat(sum / all).as(paysOwn + " " + reserve).isCloseTo(auction.expectedPrice(), within(0.1));
                assertThat(most / all).isCloseTo(20 + 80 * 3 / 4.0, within(0.02));
            }
        }
    }

    private static double value(int at, int points) { return 20 + 80 * (at + 0.5) / points; }

    @Test
    void of_the_values_people_have_the_highest_is_what_there_is_to_gain() {
        double[] worths = {40, 80, 60, 30};

        assertThat(SealedAuction.mostSurplus(worths)).isEqualTo(80);
        assertThat(auction(true, 0, 4).price(worths)).isEqualTo(65);
        assertThat(auction(false, 0, 4).price(worths)).isEqualTo(60);
        assertThat(auction(false, 70, 4).price(worths)).isEqualTo(70);
        assertThat(auction(false, 90, 4).price(worths)).isZero();
        assertThat(SealedAuction.mostSurplus(new double[0])).isZero();
    }

    @Test
    void values_that_span_nothing_are_refused() {
        assertThatThrownBy(() -> new SealedAuction(true, 5, 5, 0, 2))
                .hasMessage("values from 5.0 to 5.0 and 2 bidders are no auction");
    }
}
