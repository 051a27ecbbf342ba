package microcosm.gamemaster;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;

import microcosm.agents.games.Games;
import microcosm.agents.games.OrderBook;
import microcosm.agents.games.OrderBook.Competition;
import microcosm.agents.games.OrderBook.Order;
import microcosm.agents.games.OrderBook.Trade;
import microcosm.agents.games.Units;
import microcosm.trace.Effect;
import microcosm.worlds.Bundle;
import microcosm.worlds.Market;
import microcosm.worlds.Problem;
import microcosm.worlds.WorldException;

/// Buyers and sellers of single units: a bid is `supply(market, price)`, an ask `supply(market, 0 - price)`. Columns: `good`, `paid in`, and `shows`: `best` (the best bid and
/// ask are public) or `full` (the whole book is).
///
/// Nobody buys what they cannot pay, nor sells what they do not have: such an order is taken back. Attributes with the market's id: of the world `price` (the
/// last), `trades`, `surplus`, `efficiency`, `best_bid`, `best_ask`, `book`; of a person `bid`, `ask`, and how many units they `bought` and `sold`, which everybody knows. Surplus is the buyer's
/// `worth` less the seller's `cost`, traits where the world draws or gives them, with several units `worth_2` and so on (see [Units]); efficiency is its share of the most there is to gain.
abstract class Auction implements Mechanism {
    /// Who trades with whom, of what waited and what has come.
    ///
    /// @param arriving in the order in which they come
    abstract List<Trade> trades(Market market, OrderBook book, List<Order> arriving);

    /// Whether what finds nobody waits for the next step.
    abstract boolean waits();

    @Override
    public List<String> columns() { return List.of("good", "paid in", "shows"); }

    @Override
    public final List<String> known() { return List.of("bought", "sold"); }

    @Override
    public final SequencedMap<String, BigDecimal> benchmarks(List<Market> markets, Moment moment) {
        var values = new LinkedHashMap<String, BigDecimal>();
        double[] worths = units(moment, Units::worth);
        double[] costs = units(moment, Units::cost);
        if (worths.length > 0 && costs.length > 0) {
            for (Market market : markets) {
                Competition competition = Competition.of(worths, costs);
                values.put("most_surplus " + market.id(), GameOfRounds.rounded(competition.surplus()));
                values.put("competitive_trades " + market.id(), BigDecimal.valueOf(competition.trades()));
                values.put("competitive_price " + market.id(), GameOfRounds.rounded(competition.price()));
            }
        }
        return values;
    }

    @Override
    public final List<Effect> beginning(List<Market> markets, Moment moment) {
        return benchmarks(markets, moment).entrySet().stream()
                .<Effect>map(one -> world(one.getKey(), one.getValue().toPlainString())).toList();
    }

    private static double[] units(Moment moment, Function<Map<String, String>, Units> kind) {
        return moment.society().people().stream().flatMap(person -> {
            try {
                return kind.apply(person.options()).values().stream();
            } catch (IllegalArgumentException e) {
                throw new WorldException(
                        List.of(new Problem(person.at(), String.valueOf(e.getMessage()), List.of(), "")));
            }
        }).mapToDouble(Double::doubleValue).toArray();
    }

    @Override
    public final List<Effect> settle(List<Market> markets, Moment moment) {
        return Mechanism.oneByOne(markets, moment, this::settle);
    }

    private List<Effect> settle(Market market, Moment moment) {
        String good = Games.text(market, "good");
        String money = Games.text(market, "paid in");
        var effects = new ArrayList<Effect>();
        List<Order> arriving = arriving(market, moment);
        var book = new OrderBook(waits() ? waiting(market, moment) : List.of());
        var able = new Able(good, money, moment);
        book.waiting().stream().filter(order -> !able.is(order)).forEach(order -> book.withdraw(order.trader()));
        var told = new ArrayList<String>();
        var traded = new LinkedHashMap<Side, Integer>();
        double surplus = GameOfRounds.of(moment, MomentScope.EVERYBODY, "surplus " + market.id()).doubleValue();
        int trades = GameOfRounds.of(moment, MomentScope.EVERYBODY, "trades " + market.id()).intValue();
        for (Trade trade : trades(market, book, arriving.stream().filter(able::is).toList())) {
            BigDecimal price = BigDecimal.valueOf(trade.price()).setScale(4, RoundingMode.HALF_EVEN)
                    .stripTrailingZeros();
            if (price.signum() > 0) {
                effects.add(new Effect.Paid(trade.buyer(), trade.seller(), Bundle.of(money, price)));
            }
            effects.add(new Effect.Paid(trade.seller(), trade.buyer(), Bundle.of(good, BigDecimal.ONE)));
            effects.add(world("price " + market.id(), price.toPlainString()));
            surplus += worth(trade.buyer(), next(trade.buyer(), "bought", market, moment, traded), moment, Units::worth)
                    - worth(trade.seller(), next(trade.seller(), "sold", market, moment, traded), moment, Units::cost);
            trades++;
            told.add(moment.society().name(trade.buyer()) + " buys from " + moment.society().name(trade.seller())
                    + " for " + price.toPlainString() + ".");
        }
        traded.forEach((one, count) -> effects.add(new Effect.Became(one.person(), one.how() + " " + market.id(),
                String.valueOf(count))));
        effects.addAll(queued(book, market, moment));
        if (trades > 0) {
            effects.add(world("trades " + market.id(), String.valueOf(trades)));
            effects.add(world("surplus " + market.id(), GameOfRounds.rounded(surplus).toPlainString()));
            BigDecimal most = GameOfRounds.of(moment, MomentScope.EVERYBODY, "most_surplus " + market.id());
            if (most.signum() > 0) {
                effects.add(world("efficiency " + market.id(),
                        GameOfRounds.rounded(surplus / most.doubleValue()).toPlainString()));
            }
        }
        if (!arriving.isEmpty()) {
            effects.add(new Effect.Told("", "", List.of(MomentScope.EVERYBODY),
                    market.name() + ": " + (told.isEmpty() ? "no trade." : String.join(" ", told))));
        }
        return effects;
    }

    private record Side(String person, String how) {}

    /// Counts a unit.
    ///
    /// @param traded how many each has bought or sold by now, where they did so in this step; changed in place
    /// @return how many before it
    private static int next(String person, String how, Market market, Moment moment, Map<Side, Integer> traded) {
        var side = new Side(person, how);
        int before = traded.getOrDefault(side, GameOfRounds.of(moment, person, how + " " + market.id()).intValue());
        traded.put(side, before + 1);
        return before;
    }

    /// @return what a person's next unit is worth or costs; 0 where it is said of none
    private static double worth(String person, int traded, Moment moment,
            Function<Map<String, String>, Units> kind) {
        Units units = kind.apply(moment.state().attributes(person));
        return units.has(traded) ? units.value(traded) : 0;
    }

    /// What has come in this step, in an order drawn by seed.
    private List<Order> arriving(Market market, Moment moment) {
        var luck = new LinkedHashMap<Order, Long>();
        for (String person : moment.society().ids()) {
            moment.state().attribute(person, "supply " + market.id()).filter(text -> !text.isEmpty())
                    .ifPresent(text -> {
                        double price = Double.parseDouble(text);
                        luck.put(new Order(person, price > 0, Math.abs(price)),
                                moment.seed().stream("mechanisms/" + name() + "/" + market.id() + "/" + person,
                                        moment.step(), moment.turn()).nextLong());
                    });
        }
        return luck.entrySet().stream().sorted(Comparator.comparing(Map.Entry::getValue))
                .map(Map.Entry::getKey).toList();
    }

    /// What waits from before, in the order in which it came.
    private static List<Order> waiting(Market market, Moment moment) {
        var since = new LinkedHashMap<Order, BigDecimal>();
        for (String person : moment.society().ids()) {
            for (boolean buys : new boolean[]{true, false}) {
                moment.state().attribute(person, (buys ? "bid " : "ask ") + market.id())
                        .filter(text -> !text.isEmpty())
                        .ifPresent(text -> since.put(new Order(person, buys, Double.parseDouble(text)),
                                GameOfRounds.of(moment, person, "queued " + market.id())));
            }
        }
        return since.entrySet().stream().sorted(Comparator.comparing(Map.Entry::getValue))
                .map(Map.Entry::getKey).toList();
    }

    private List<Effect> queued(OrderBook book, Market market, Moment moment) {
        var effects = new ArrayList<Effect>();
        List<Order> waiting = waits() ? book.waiting() : List.of();
        for (String person : moment.society().ids()) {
            moment.state().attribute(person, "supply " + market.id()).filter(text -> !text.isEmpty())
                    .ifPresent(_ -> effects.add(new Effect.Became(person, "supply " + market.id(), "")));
            for (boolean buys : new boolean[]{true, false}) {
                String attribute = (buys ? "bid " : "ask ") + market.id();
                Optional<Order> own = waiting.stream()
                        .filter(order -> order.trader().equals(person) && order.buys() == buys).findFirst();
                become(person, attribute, own.map(Auction::price).orElse(""), moment, effects);
                own.ifPresent(order -> become(person, "queued " + market.id(),
                        String.valueOf(waiting.indexOf(order)), moment, effects));
            }
        }
        if (waits()) {
            String all = MomentScope.EVERYBODY;
            become(all, "best_bid " + market.id(), book.best(true).map(Auction::price).orElse(""), moment, effects);
            become(all, "best_ask " + market.id(), book.best(false).map(Auction::price).orElse(""), moment, effects);
            if (Games.word(market, "shows", "best", "full").equals("full")) {
                become(all, "book " + market.id(), waiting.stream()
                        .map(order -> (order.buys() ? "bid " : "ask ") + price(order)).sorted()
                        .reduce((a, b) -> a + ", " + b).orElse(""), moment, effects);
            }
        }
        return effects;
    }

    private static void become(String subject, String attribute, String value, Moment moment, List<Effect> effects) {
        if (!moment.state().attribute(subject, attribute).orElse("").equals(value)) {
            effects.add(new Effect.Became(subject, attribute, value));
        }
    }

    private static String price(Order order) { return GameOfRounds.rounded(order.price()).toPlainString(); }

    private static Effect world(String attribute, String value) {
        return new Effect.Became(MomentScope.EVERYBODY, attribute, value);
    }

    /// Who can pay or deliver one unit; nobody trades more in a step.
    private record Able(String good, String money, Moment moment) {
        boolean is(Order order) {
            return order.buys()
                    ? holds(order.trader(), money).compareTo(BigDecimal.valueOf(order.price())) >= 0
                    : holds(order.trader(), good).compareTo(BigDecimal.ONE) >= 0;
        }

        private BigDecimal holds(String person, String of) { return moment.state().holdings(person).amount(of); }
    }
}
