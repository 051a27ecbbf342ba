package microcosm.agents.games;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Orders to buy or sell one unit that wait for each other. The best price is served first, the earlier of equal ones, and a trade is at the price of the
/// order that waited. Who sends an order takes back the one they had waiting. Not thread-safe.
///
/// Source: Smith 1962, An Experimental Study of Competitive Market Behavior, Journal of Political Economy 70, 111–137.
public final class OrderBook {
    /// @param price at most this is paid, or at least this is asked
    public record Order(String trader, boolean buys, double price) {}

    public record Trade(String buyer, String seller, double price) {}

    private final List<Order> waiting = new ArrayList<>();

    /// @param waiting in the order in which they came
    public OrderBook(List<Order> waiting) { this.waiting.addAll(waiting); }

    /// An order comes in.
    ///
    /// @return the trade it makes; empty where it waits
    public Optional<Trade> arrive(Order order) {
        withdraw(order.trader());
        Optional<Order> match = best(!order.buys())
                .filter(other -> order.buys() ? other.price() <= order.price() : other.price() >= order.price());
        match.ifPresentOrElse(waiting::remove, () -> waiting.add(order));
        return match.map(other -> order.buys()
                ? new Trade(order.trader(), other.trader(), other.price())
                : new Trade(other.trader(), order.trader(), other.price()));
    }

    /// An order comes in and waits, whatever it could trade with.
    public void add(Order order) {
        withdraw(order.trader());
        waiting.add(order);
    }

    /// Takes back all that waits.
    public void clear() { waiting.clear(); }

    /// Takes back what a trader has waiting.
    public void withdraw(String trader) { waiting.removeIf(other -> other.trader().equals(trader)); }

    /// @return the highest bid or the lowest ask that waits
    public Optional<Order> best(boolean buys) {
        Optional<Order> best = Optional.empty();
        for (Order order : waiting) {
            boolean better = order.buys() == buys && (best.isEmpty()
                    || (buys ? order.price() > best.get().price() : order.price() < best.get().price()));
            best = better ? Optional.of(order) : best;
        }
        return best;
    }

    /// @return in the order in which they came
    public List<Order> waiting() { return List.copyOf(waiting); }

    /// Clears all at one price: as many trades as there are bids at least as high as the asks they meet, at the middle of the last pair.
    public List<Trade> call() {
        List<Order> bids = waiting.stream().filter(Order::buys)
                .sorted((a, b) -> Double.compare(b.price(), a.price())).toList();
        List<Order> asks = waiting.stream().filter(order -> !order.buys())
                .sorted((a, b) -> Double.compare(a.price(), b.price())).toList();
        int trades = 0;
        while (trades < Math.min(bids.size(), asks.size()) && bids.get(trades).price() >= asks.get(trades).price()) {
            trades++;
        }
        var made = new ArrayList<Trade>();
        for (int i = 0; i < trades; i++) {
            double price = (bids.get(trades - 1).price() + asks.get(trades - 1).price()) / 2;
            made.add(new Trade(bids.get(i).trader(), asks.get(i).trader(), price));
        }
        made.forEach(trade -> {
            withdraw(trade.buyer());
            withdraw(trade.seller());
        });
        return made;
    }

    /// What trading could gain at most, when everybody's value is known.
    ///
    /// @param surplus the sum of values of buyers less costs of sellers over the trades that gain
    /// @param trades how many those are
    /// @param price the middle of the prices at which exactly those come about
    public record Competition(double surplus, int trades, double price) {
        /// @param values of buyers of one unit, in any order
        /// @param costs of sellers of one unit, in any order
        public static Competition of(double[] values, double[] costs) {
            double[] high = java.util.Arrays.stream(values).map(value -> -value).sorted().map(value -> -value)
                    .toArray();
            double[] low = costs.clone();
            java.util.Arrays.sort(low);
            int trades = 0;
            double surplus = 0;
            while (trades < Math.min(high.length, low.length) && high[trades] > low[trades]) {
                surplus += high[trades] - low[trades];
                trades++;
            }
            if (trades == 0) {
                return new Competition(0, 0, 0);
            }
            double least = Math.max(low[trades - 1], trades < high.length ? high[trades] : Double.NEGATIVE_INFINITY);
            double most = Math.min(high[trades - 1], trades < low.length ? low[trades] : Double.POSITIVE_INFINITY);
            return new Competition(surplus, trades, (least + most) / 2);
        }
    }
}
