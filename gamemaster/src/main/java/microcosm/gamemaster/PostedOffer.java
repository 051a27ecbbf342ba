package microcosm.gamemaster;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import microcosm.agents.games.OrderBook;
import microcosm.agents.games.OrderBook.Order;
import microcosm.agents.games.OrderBook.Trade;
import microcosm.worlds.Market;

/// Posted offers: every ask of a step stands where all can see it, and then buyers come, in an order drawn by seed, and take the lowest that is no higher than they would pay, at
/// its price. Unsold and unserved is over. The rest as in [Auction].
///
/// Source: Plott and Smith 1978, Review of Economic Studies 45, 133–153; Ketcham, Smith and Williams 1984, ibid. 51, 595–614.
public final class PostedOffer extends Auction {
    @Override
    public String name() { return "posted-offer"; }

    @Override
    public String summary() { return "sellers post prices; buyers come one after the other and take the lowest"; }

    @Override
    boolean waits() { return false; }

    @Override
    List<Trade> trades(Market market, OrderBook book, List<Order> arriving) {
        arriving.stream().filter(order -> !order.buys()).forEach(book::add);
        var made = new ArrayList<Trade>();
        arriving.stream().filter(Order::buys).map(book::arrive).flatMap(Optional::stream).forEach(made::add);
        return made;
    }
}
