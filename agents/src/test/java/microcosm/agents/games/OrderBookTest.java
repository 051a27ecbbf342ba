package microcosm.agents.games;

import java.util.List;

import org.junit.jupiter.api.Test;

import microcosm.agents.games.OrderBook.Competition;
import microcosm.agents.games.OrderBook.Order;
import microcosm.agents.games.OrderBook.Trade;

import static org.assertj.core.api.Assertions.assertThat;

class OrderBookTest {
    private final OrderBook book = new OrderBook(List.of());

    @Test
    void an_order_trades_at_the_price_of_the_best_that_waited_and_the_earlier_of_equals() {
        assertThat(book.arrive(new Order("a", false, 60))).isEmpty();
        assertThat(book.arrive(new Order("b", false, 50))).isEmpty();
        assertThat(book.arrive(new Order("c", false, 50))).isEmpty();

        assertThat(book.arrive(new Order("x", true, 70))).contains(new Trade("x", "b", 50));
        assertThat(book.arrive(new Order("y", true, 70))).contains(new Trade("y", "c", 50));
        assertThat(book.arrive(new Order("z", true, 55))).isEmpty();
        assertThat(book.waiting()).containsExactly(new Order("a", false, 60), new Order("z", true, 55));
        assertThat(book.arrive(new Order("d", false, 40))).contains(new Trade("z", "d", 55));
    }

    @Test
    void a_second_order_of_somebody_takes_back_the_first() {
        book.arrive(new Order("a", true, 30));
        book.arrive(new Order("a", true, 20));

        assertThat(book.arrive(new Order("s", false, 25))).isEmpty();
        assertThat(book.best(true)).contains(new Order("a", true, 20));
        assertThat(book.best(false)).contains(new Order("s", false, 25));
    }

    @Test
    void a_call_clears_all_that_gain_at_one_price() {
        book.add(new Order("a", true, 90));
        book.add(new Order("b", true, 70));
        book.add(new Order("c", true, 40));
        book.add(new Order("s", false, 30));
        book.add(new Order("t", false, 60));
        book.add(new Order("u", false, 80));

        assertThat(book.call()).containsExactly(new Trade("a", "s", 65), new Trade("b", "t", 65));
        assertThat(book.waiting()).containsExactly(new Order("c", true, 40), new Order("u", false, 80));
    }

    @Test
    void competition_trades_whatever_gains_at_a_price_between_those_who_just_do_and_just_do_not() {
        assertThat(Competition.of(new double[]{40, 90, 70}, new double[]{60, 30, 80}))
                .isEqualTo(new Competition(70, 2, 65));
        assertThat(Competition.of(new double[]{10}, new double[]{20})).isEqualTo(new Competition(0, 0, 0));
    }
}
