package microcosm.gamemaster;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import microcosm.agents.games.Games;
import microcosm.agents.games.OrderBook;
import microcosm.agents.games.OrderBook.Order;
import microcosm.agents.games.OrderBook.Trade;
import microcosm.worlds.Market;

/// Continuous double auction: the orders of a step arrive one after the other, in an order drawn by seed, and each trades at once with the best that waits, at
/// its price, or waits itself. Whoever has traded in this step by an order that waited does not trade again by the one that comes: it was meant
/// to replace the other. Column `cleared` (no): whether a trade takes back everything that waits, as in Gode and Sunder. The rest as in [Auction].
///
/// Source: Smith 1962, Journal of Political Economy 70, 111–137; Gode and Sunder 1993, Journal of Political Economy 101, 119–137.
public final class DoubleAuction extends Auction {
    @Override
    public String name() { return "double-auction"; }

    @Override
    public String summary() { return "bids and asks trade as they come, at the price of the one that waited"; }

    @Override
    public List<String> columns() { return Stream.concat(super.columns().stream(), Stream.of("cleared")).toList(); }

    @Override
    boolean waits() { return true; }

    @Override
    List<Trade> trades(Market market, OrderBook book, List<Order> arriving) {
        boolean cleared = Games.word(market, "cleared", "no", "yes").equals("yes");
        var made = new ArrayList<Trade>();
        for (Order order : arriving) {
            boolean served = made.stream().anyMatch(
                    trade -> trade.buyer().equals(order.trader()) || trade.seller().equals(order.trader()));
            if (!served) {
                book.arrive(order).ifPresent(trade -> {
                    made.add(trade);
                    if (cleared) {
                        book.clear();
                    }
                });
            }
        }
        return made;
    }
}
