package microcosm.gamemaster;

import java.util.ArrayList;
import java.util.List;

import microcosm.agents.games.OrderBook;
import microcosm.agents.games.OrderBook.Order;
import microcosm.agents.games.OrderBook.Trade;

/// Continuous double auction: the orders of a step arrive one after the other, in an order drawn by seed, and each trades at once with the best that waits, at
/// its price, or waits itself. Whoever has traded in this step by an order that waited does not trade again by the one that comes: it was meant
/// to replace the other. The rest as in [Auction].
///
/// Source: Smith 1962, Journal of Political Economy 70, 111–137; Gode and Sunder 1993, Journal of Political Economy 101, 119–137.
public final class DoubleAuction extends Auction {
    @Override
    public String name() { return "double-auction"; }

    @Override
    public String summary() { return "bids and asks trade as they come, at the price of the one that waited"; }

    @Override
    boolean waits() { return true; }

    @Override
    List<Trade> trades(OrderBook book, List<Order> arriving) {
        var made = new ArrayList<Trade>();
        for (Order order : arriving) {
            boolean served = made.stream().anyMatch(
                    trade -> trade.buyer().equals(order.trader()) || trade.seller().equals(order.trader()));
            if (!served) {
                book.arrive(order).ifPresent(made::add);
            }
        }
        return made;
    }
}
