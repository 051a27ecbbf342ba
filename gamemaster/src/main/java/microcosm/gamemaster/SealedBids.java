package microcosm.gamemaster;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

import microcosm.agents.games.Games;
import microcosm.trace.Effect;
import microcosm.worlds.Market;
import microcosm.worlds.Person;

/// One thing, sold each step to whoever bids most by `supply(market, bid)`, unseen by the others; of equal bids one is drawn by seed. Columns: `from` (0) and `to` (100), between which
/// what it is worth to each is known to lie, all values as likely; `reserve` (0), below which nothing is sold. What it is worth to somebody is their trait `worth`.
///
/// Attributes with the market's id: of a person `earned`, `total`, which everybody knows; of the world `price`, `winner`, `round`. Benchmarks: `nash_bid PERSON`; `expected_price`, the mean over
/// all values, which is the same by either rule: from + (to − from) (n − 1) / (n + 1).
///
/// Source: Vickrey 1961, Counterspeculation, Auctions, and Competitive Sealed Tenders, Journal of Finance 16, 8–37.
abstract class SealedBids implements Mechanism {
    private record Bid(String person, BigDecimal price, long luck) {}

    /// @return what the winner pays
    abstract BigDecimal price(BigDecimal first, BigDecimal second);

    /// @return what somebody bids where nobody gains by another bid
    abstract double nash(double worth, double from, int bidders);

    @Override
    public final List<String> columns() { return List.of("from", "to", "reserve"); }

    @Override
    public final List<String> known() { return List.of("earned", "total"); }

    @Override
    public final SequencedMap<String, BigDecimal> benchmarks(List<Market> markets, Moment moment) {
        var values = new LinkedHashMap<String, BigDecimal>();
        for (Market market : markets) {
            double from = Games.number(market, "from", 0);
            double to = Games.number(market, "to", 100);
            List<Person> bidders = moment.society().people().stream().filter(one -> worth(one).isPresent()).toList();
            bidders.forEach(one -> values.put("nash_bid " + one.id() + end(markets, market),
                    GameOfRounds.rounded(nash(worth(one).orElse(0.0), from, bidders.size()))));
            values.put("expected_price" + end(markets, market), GameOfRounds
                    .rounded(from + (to - from) * (bidders.size() - 1.0) / (bidders.size() + 1.0)));
        }
        return values;
    }

    private static String end(List<Market> markets, Market market) {
        return markets.size() == 1 ? "" : " " + market.id();
    }

    private static Optional<Double> worth(Person person) {
        return Optional.ofNullable(person.options().get("worth")).map(Double::valueOf);
    }

    @Override
    public final List<Effect> settle(List<Market> markets, Moment moment) {
        var effects = new ArrayList<Effect>();
        markets.forEach(market -> settle(market, moment, effects));
        return effects;
    }

    private void settle(Market market, Moment moment, List<Effect> effects) {
        String end = " " + market.id();
        var bids = new ArrayList<Bid>();
        for (String person : moment.society().ids()) {
            moment.state().attribute(person, "supply" + end).filter(text -> !text.isEmpty()).ifPresent(text -> {
                bids.add(new Bid(person, new BigDecimal(text), moment.seed()
                        .stream("mechanisms/" + name() + end + "/" + person, moment.step(), 0).nextLong()));
                effects.add(new Effect.Became(person, "supply" + end, ""));
            });
        }
        BigDecimal reserve = BigDecimal.valueOf(Games.number(market, "reserve", 0));
        List<Bid> valid = bids.stream().filter(bid -> bid.price().compareTo(reserve) >= 0)
                .sorted(Comparator.comparing(Bid::price).reversed().thenComparingLong(Bid::luck)).toList();
        if (valid.isEmpty()) {
            return;
        }
        Bid best = valid.getFirst();
        BigDecimal price = price(best.price(), valid.size() > 1 ? valid.get(1).price() : reserve);
        for (Bid bid : bids) {
            BigDecimal earned = bid.equals(best)
                    ? GameOfRounds.of(moment, bid.person(), "worth").subtract(price)
                    : BigDecimal.ZERO;
            effects.add(new Effect.Became(bid.person(), "earned" + end, earned.toPlainString()));
            effects.add(new Effect.Became(bid.person(), "total" + end,
                    GameOfRounds.of(moment, bid.person(), "total" + end).add(earned).toPlainString()));
        }
        String all = MomentScope.EVERYBODY;
        effects.add(new Effect.Became(all, "price" + end, price.toPlainString()));
        effects.add(new Effect.Became(all, "winner" + end, best.person()));
        effects.add(new Effect.Became(all, "round" + end, String.valueOf(moment.step())));
        effects.add(new Effect.Told("", "", List.of(all), market.name() + ": " + moment.society().name(best.person())
                + " wins and pays " + price.stripTrailingZeros().toPlainString() + "."));
    }

    /// Who bids most pays the own bid.
    public static final class FirstPrice extends SealedBids {
        @Override
        public String name() { return "first-price"; }

        @Override
        public String summary() { return "sealed bids; who bids most gets it and pays the own bid"; }

        @Override
        BigDecimal price(BigDecimal first, BigDecimal second) { return first; }

        @Override
        double nash(double worth, double from, int bidders) { return from + (worth - from) * (bidders - 1) / bidders; }
    }

    /// Who bids most pays the second bid, so that nobody gains by hiding what it is worth.
    public static final class SecondPrice extends SealedBids {
        @Override
        public String name() { return "second-price"; }

        @Override
        public String summary() { return "sealed bids; who bids most gets it and pays the second bid"; }

        @Override
        BigDecimal price(BigDecimal first, BigDecimal second) { return second; }

        @Override
        double nash(double worth, double from, int bidders) { return worth; }
    }
}
