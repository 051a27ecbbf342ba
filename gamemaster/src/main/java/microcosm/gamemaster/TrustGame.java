package microcosm.gamemaster;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

import microcosm.agents.games.Games;
import microcosm.trace.Effect;
import microcosm.worlds.Market;

/// The first of two sends part of what they have by `supply(market, units)`; it grows on the way; then, in a later phase, the second sends back what they like, in the same manner. Columns:
/// `endowment` of each (10), `factor` by which it grows (3).
///
/// Attributes with the market's id: of a person `brought`, `earned`, `total`, which everybody knows, and `supply` until it is settled; of the world `round`. Benchmarks: `nash_profit` of each, where
/// nothing is sent; `joint_profit`, of both together where all is; `worthwhile_share`, what share must come back for sending to pay, 1 / factor.
///
/// Source: Berg, Dickhaut and McCabe 1995, Trust, Reciprocity, and Social History, Games and Economic Behavior 10, 122–142.
public final class TrustGame implements Mechanism {
    @Override
    public String name() { return "trust-game"; }

    @Override
    public String summary() { return "one sends, it grows, the other sends back what they like"; }

    @Override
    public List<String> columns() { return List.of("endowment", "factor"); }

    @Override
    public List<String> known() { return List.of("supply", "brought", "earned", "total"); }

    private static BigDecimal column(Market market, String name, double otherwise) {
        return BigDecimal.valueOf(Games.number(market, name, otherwise));
    }

    @Override
    public SequencedMap<String, BigDecimal> benchmarks(List<Market> markets, Moment moment) {
        var values = new LinkedHashMap<String, BigDecimal>();
        for (Market market : markets) {
            String end = markets.size() == 1 ? "" : " " + market.id();
            BigDecimal endowment = column(market, "endowment", 10);
            BigDecimal factor = column(market, "factor", 3);
            values.put("nash_profit" + end, endowment);
            values.put("joint_profit" + end, endowment.multiply(factor.add(BigDecimal.ONE)));
            values.put("worthwhile_share" + end, GameOfRounds.rounded(1 / factor.doubleValue()));
        }
        return values;
    }

    @Override
    public List<Effect> settle(List<Market> markets, Moment moment) {
        var effects = new ArrayList<Effect>();
        List<String> people = moment.society().ids();
        for (Market market : markets) {
            if (people.size() == 2) {
                String end = " " + market.id();
                BigDecimal endowment = column(market, "endowment", 10);
                BigDecimal sent = GameOfRounds.of(moment, people.getFirst(), "supply" + end).max(BigDecimal.ZERO)
                        .min(endowment);
                BigDecimal grown = sent.multiply(column(market, "factor", 3));
                BigDecimal back = GameOfRounds.of(moment, people.getLast(), "supply" + end).max(BigDecimal.ZERO)
                        .min(grown);
                earned(people.getFirst(), sent, endowment.subtract(sent).add(back), end, moment, effects);
                earned(people.getLast(), back, endowment.add(grown).subtract(back), end, moment, effects);
                effects.add(new Effect.Became(MomentScope.EVERYBODY, "round" + end, String.valueOf(moment.step())));
                effects.add(new Effect.Told("", "", List.of(MomentScope.EVERYBODY),
                        market.name() + ": " + moment.society().name(people.getFirst()) + " sends "
                                + sent.stripTrailingZeros().toPlainString() + ", "
                                + moment.society().name(people.getLast()) + " sends back "
                                + back.stripTrailingZeros().toPlainString() + "."));
            }
        }
        return effects;
    }

    private static void earned(String person, BigDecimal brought, BigDecimal earned, String end, Moment moment,
            List<Effect> effects) {
        effects.add(new Effect.Became(person, "brought" + end, brought.toPlainString()));
        effects.add(new Effect.Became(person, "earned" + end, earned.toPlainString()));
        effects.add(new Effect.Became(person, "total" + end,
                GameOfRounds.of(moment, person, "total" + end).add(earned).toPlainString()));
        effects.add(new Effect.Became(person, "supply" + end, ""));
    }
}
