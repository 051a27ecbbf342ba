package microcosm.gamemaster;

import java.util.List;

import microcosm.agents.games.OrderBook;
import microcosm.agents.games.OrderBook.Order;
import microcosm.agents.games.OrderBook.Trade;
import microcosm.worlds.Market;

/// Call auction: all orders of a step are cleared together at one price, in the middle between the last bid and ask that meet; what finds nobody is over. The rest as
/// in [Auction].
///
/// Source: Smith, Williams, Bratton and Vannoni 1982, American Economic Review 72, 58–77.
public final class CallAuction extends Auction {
    @Override
    public String name() { return "call-auction"; }

    @Override
    public String summary() { return "all bids and asks of a step trade together at one price"; }

    @Override
    boolean waits() { return false; }

    @Override
    List<Trade> trades(Market market, OrderBook book, List<Order> arriving) {
        arriving.forEach(book::add);
        return book.call();
    }
}
