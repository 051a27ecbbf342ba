package microcosm.gamemaster;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

import microcosm.agents.games.Games;
import microcosm.trace.Effect;
import microcosm.trace.State;
import microcosm.worlds.Bundle;
import microcosm.worlds.Market;

/// Taxes and transfers: at the end of each step a share `rate` (0.1) of what everybody holds of the good `paid in` above `allowance` (0) is taken and given back to all in equal parts, to two
/// decimals; what cannot be divided stays with those it would have been taken from. Nothing is made or lost: who is to pay more than they get pays whoever gets more, in cast order.
///
/// Attribute of the world with the market's id: `revenue`. Benchmarks: `gini`, of what is held at the beginning, and `gini_after` the first time: without an allowance (1 − rate) gini.
///
/// Source: Atkinson 1970, On the Measurement of Inequality, Journal of Economic Theory 2, 244–263; a flat tax with equal transfers shrinks every difference, hence the coefficient, by the rate.
public final class Tax implements Mechanism {
    private static final BigDecimal CENT = new BigDecimal("0.01");

    @Override
    public String name() { return "tax"; }

    @Override
    public String summary() { return "a share of what all hold is taken and given back in equal parts"; }

    @Override
    public List<String> columns() { return List.of("paid in", "rate", "allowance"); }

    @Override
    public SequencedMap<String, BigDecimal> benchmarks(List<Market> markets, Moment moment) {
        var values = new LinkedHashMap<String, BigDecimal>();
        for (Market market : markets) {
            String end = markets.size() == 1 ? "" : " " + market.id();
            double[] held = held(market, moment).stream().mapToDouble(BigDecimal::doubleValue).toArray();
            values.put("gini" + end, GameOfRounds.rounded(gini(held)));
            State after = moment.state();
            for (Effect effect : settle(market, moment)) {
                after = after.after(effect);
            }
            values.put("gini_after" + end, GameOfRounds.rounded(gini(held(market, moment.with(after)).stream()
                    .mapToDouble(BigDecimal::doubleValue).toArray())));
        }
        return values;
    }

    /// Gini coefficient: half the mean absolute difference over the mean; 0 where all is alike or nothing is held.
    static double gini(double[] held) {
        double differences = 0;
        double sum = 0;
        for (double one : held) {
            sum += one;
            for (double other : held) {
                differences += Math.abs(one - other);
            }
        }
        return sum == 0 ? 0 : differences / (2 * held.length * sum);
    }

    private static List<BigDecimal> held(Market market, Moment moment) {
        String good = Games.text(market, "paid in").strip();
        return moment.society().ids().stream().map(person -> moment.state().holdings(person).amount(good)).toList();
    }

    @Override
    public List<Effect> settle(List<Market> markets, Moment moment) {
        return Mechanism.oneByOne(markets, moment, Tax::settle);
    }

    private static List<Effect> settle(Market market, Moment moment) {
        List<String> people = moment.society().ids();
        BigDecimal rate = BigDecimal.valueOf(Games.number(market, "rate", 0.1));
        BigDecimal allowance = BigDecimal.valueOf(Games.number(market, "allowance", 0));
        List<BigDecimal> held = held(market, moment);
        BigDecimal revenue = BigDecimal.ZERO;
        var taken = new ArrayList<BigDecimal>();
        for (BigDecimal one : held) {
            BigDecimal due = one.subtract(allowance).max(BigDecimal.ZERO).multiply(rate).setScale(2,
                    RoundingMode.DOWN);
            taken.add(due);
            revenue = revenue.add(due);
        }
        BigDecimal part = people.isEmpty()
                ? BigDecimal.ZERO
                : revenue.divide(BigDecimal.valueOf(people.size()), 2, RoundingMode.DOWN);
        var owing = new LinkedHashMap<String, BigDecimal>();
        var getting = new LinkedHashMap<String, BigDecimal>();
        for (int i = 0; i < people.size(); i++) {
            BigDecimal net = taken.get(i).subtract(part);
            (net.signum() > 0 ? owing : getting).put(people.get(i), net.abs());
        }
        var effects = new ArrayList<Effect>(passed(owing, getting, Games.text(market, "paid in").strip()));
        effects.add(new Effect.Became(MomentScope.EVERYBODY, "revenue " + market.id(), revenue.toPlainString()));
        return effects;
    }

    private static List<Effect> passed(SequencedMap<String, BigDecimal> owing, SequencedMap<String, BigDecimal> getting,
            String good) {
        var effects = new ArrayList<Effect>();
        for (String to : getting.sequencedKeySet()) {
            while (getting.getOrDefault(to, BigDecimal.ZERO).compareTo(CENT) >= 0 && !owing.isEmpty()) {
                var from = owing.firstEntry();
                BigDecimal paid = from.getValue().min(getting.getOrDefault(to, BigDecimal.ZERO));
                effects.add(new Effect.Paid(from.getKey(), to, Bundle.of(good, paid)));
                getting.put(to, getting.getOrDefault(to, BigDecimal.ZERO).subtract(paid));
                if (paid.compareTo(from.getValue()) == 0) {
                    owing.pollFirstEntry();
                } else {
                    owing.put(from.getKey(), from.getValue().subtract(paid));
                }
            }
        }
        return effects;
    }
}
