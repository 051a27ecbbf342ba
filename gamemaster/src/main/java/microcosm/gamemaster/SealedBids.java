package microcosm.gamemaster;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

import microcosm.agents.games.Games;
import microcosm.agents.games.SealedAuction;
import microcosm.trace.Effect;
import microcosm.worlds.Market;
import microcosm.worlds.Person;
import microcosm.worlds.Problem;
import microcosm.worlds.WorldException;

/// One thing, sold each step to whoever bids most by `supply(market, bid)`, unseen by the others; of equal bids one is drawn by seed. Columns: `from` (0) and `to` (100), between which
/// what it is worth to each is known to lie, all values as likely; `reserve` (0), below which nothing is sold. What it is worth to somebody is their trait `worth`.
///
/// Attributes with the market's id: of a person `earned`, `total`, which everybody knows, and `bid`, their last, which they alone do; of the world `price`, `winner`, `round`, and, over all rounds in which anybody
/// bid, `rounds`, `surplus`, what it was worth to those who got it, and `efficiency`, its share of the most there was to gain.
///
/// Benchmarks: `expected_price`, the mean over all values, which is the same by either rule; of the values people have, `most_surplus`, where it goes to whom it is worth
/// most, `nash_price`, what is paid where all bid their Nash bid, and `nash_bid PERSON`. Sources at [SealedAuction].
abstract class SealedBids implements Mechanism {
    private record Bid(String person, BigDecimal price, long luck) {}

    /// @return what the winner pays
    abstract BigDecimal price(BigDecimal first, BigDecimal second);

    abstract boolean paysOwn();

    @Override
    public final List<String> columns() { return List.of("from", "to", "reserve"); }

    @Override
    public final List<String> known() { return List.of("earned", "total"); }

    @Override
    public final SequencedMap<String, BigDecimal> benchmarks(List<Market> markets, Moment moment) {
        var values = new LinkedHashMap<String, BigDecimal>();
        List<Person> bidders = bidders(moment);
        double[] worths = worths(moment);
        for (Market market : bidders.isEmpty() ? List.<Market>of() : markets) {
            String end = end(markets, market);
            var auction = auction(market, worths.length);
            for (int i = 0; i < worths.length; i++) {
                values.put("nash_bid " + bidders.get(i).id() + end, GameOfRounds.rounded(auction.nash(worths[i])));
            }
            values.put("expected_price" + end, GameOfRounds.rounded(auction.expectedPrice()));
            values.put("most_surplus" + end, GameOfRounds.rounded(SealedAuction.mostSurplus(worths)));
            values.put("nash_price" + end, GameOfRounds.rounded(auction.price(worths)));
        }
        return values;
    }

    private SealedAuction auction(Market market, int bidders) {
        double from = Games.number(market, "from", 0);
        double to = Games.number(market, "to", 100);
        if (to <= from) {
            throw new WorldException(List.of(new Problem(market.at(), "to " + to + " must be above from " + from,
                    List.of(), "")));
        }
        return new SealedAuction(paysOwn(), from, to, Games.number(market, "reserve", 0), bidders);
    }

    private static String end(List<Market> markets, Market market) {
        return markets.size() == 1 ? "" : " " + market.id();
    }

    /// Who wants it, by what it is worth to them.
    private static List<Person> bidders(Moment moment) {
        return moment.society().people().stream().filter(one -> worth(one).isPresent()).toList();
    }

    private static double[] worths(Moment moment) {
        return bidders(moment).stream().mapToDouble(one -> worth(one).orElse(0.0)).toArray();
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
                effects.add(new Effect.Became(person, "bid" + end, text));
            });
        }
        if (bids.isEmpty()) {
            return;
        }
        BigDecimal reserve = BigDecimal.valueOf(Games.number(market, "reserve", 0));
        List<Bid> valid = bids.stream().filter(bid -> bid.price().compareTo(reserve) >= 0)
                .sorted(Comparator.comparing(Bid::price).reversed().thenComparingLong(Bid::luck)).toList();
        gained(valid.isEmpty()
                ? BigDecimal.ZERO
                : GameOfRounds.of(moment, valid.getFirst().person(), "worth"), end, moment, effects);
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
        effects.add(world("price" + end, price.toPlainString()));
        effects.add(world("winner" + end, best.person()));
        effects.add(world("round" + end, String.valueOf(moment.step())));
        effects.add(new Effect.Told("", "", List.of(MomentScope.EVERYBODY),
                market.name() + ": " + moment.society().name(best.person())
                        + " wins and pays " + price.stripTrailingZeros().toPlainString() + "."));
    }

    /// @param worth what it is worth to who got it; 0 where nobody did
    private static void gained(BigDecimal worth, String end, Moment moment, List<Effect> effects) {
        String all = MomentScope.EVERYBODY;
        BigDecimal rounds = GameOfRounds.of(moment, all, "rounds" + end).add(BigDecimal.ONE);
        BigDecimal surplus = GameOfRounds.of(moment, all, "surplus" + end).add(worth);
        double most = SealedAuction.mostSurplus(worths(moment)) * rounds.doubleValue();
        effects.add(world("rounds" + end, rounds.toPlainString()));
        effects.add(world("surplus" + end, surplus.toPlainString()));
        if (most > 0) {
            effects.add(world("efficiency" + end,
                    GameOfRounds.rounded(surplus.doubleValue() / most).toPlainString()));
        }
    }

    private static Effect world(String attribute, String value) {
        return new Effect.Became(MomentScope.EVERYBODY, attribute, value);
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
        boolean paysOwn() { return true; }
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
        boolean paysOwn() { return false; }
    }
}
