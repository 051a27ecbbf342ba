package microcosm.gamemaster;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

import microcosm.agents.games.Games;
import microcosm.agents.games.Industry;
import microcosm.trace.Effect;
import microcosm.worlds.Market;

/// Quantity competition: firms bring quantities to markets, each market's price follows from the sum, and each firm earns price
/// minus its unit cost.
///
/// A market's row gives the price as an expression of `Q`, and a column `NAME unit cost` for each firm; a bullet `capacity` bounds what
/// one firm brings to all markets together. Attributes: `q`, `profit` per firm and market; `profit`, `total_profit` per firm; `Q`,
/// `price` per market; `mean_profit`, `mean_brought`, `consumer_surplus`, `cv_excess`, `hhi_excess` of the world; means are over the last `over` rounds of the
/// clock, or all. Excess is (observed − Nash) / Nash,
/// of the mean over rounds, the largest over firms or markets; where the Nash value is 0, the observed value itself. Benchmarks: Nash and joint
/// profit, what leaving the joint plan for one round earns and from which discount factor on nobody does (`critical_discount`), and in one market the
/// first firm as leader.
///
/// Source: Cournot 1838; measures as in Lin et al. 2024, arXiv 2410.00031.
public final class Cournot implements Mechanism {
    private static final MathContext DIGITS = MathContext.DECIMAL64;

    @Override
    public String name() { return "cournot"; }

    @Override
    public String summary() { return "firms choose quantities, markets clear at the price of their sum"; }

    @Override
    public List<String> columns() { return List.of("NAME unit cost", "unit cost", "capacity", "most", "grid", "over"); }

    @Override
    public List<String> known() { return List.of("q"); }

    @Override
    public SequencedMap<String, BigDecimal> benchmarks(List<Market> markets, Moment moment) {
        var industry = industry(markets, moment);
        double[][] nash = industry.nash();
        double[][] joint = industry.jointProfit();
        var values = new LinkedHashMap<String, BigDecimal>();
        values.put("nash_profit", rounded(industry.meanProfit(nash)));
        values.put("joint_profit", rounded(industry.meanProfit(joint)));
        values.put("nash_consumer_surplus", rounded(industry.consumerSurplus(nash)));
        values.put("joint_consumer_surplus", rounded(industry.consumerSurplus(joint)));
        values.put("deviation_profit", rounded(industry.deviationProfit(joint)));
        values.put("critical_discount", rounded(industry.criticalDiscount(joint)));
        if (markets.size() == 1 && industry.firms().size() > 1) {
            double[][] leading = industry.leading();
            values.put("leader_q", rounded(leading[0][0]));
            values.put("follower_q", rounded(leading[1][0]));
            values.put("leader_profit", rounded(industry.profit(0, leading)));
            values.put("follower_profit", rounded(industry.profit(1, leading)));
        }
        for (int j = 0; j < markets.size(); j++) {
            values.put("nash_price " + markets.get(j).id(), rounded(industry.price(j, Industry.total(nash, j))));
            for (int i = 0; i < industry.firms().size(); i++) {
                values.put("nash_q " + industry.firms().get(i) + " " + markets.get(j).id(), rounded(nash[i][j]));
            }
        }
        return values;
    }

    static Industry industry(List<Market> markets, Moment moment) {
        var people = new LinkedHashMap<String, String>();
        moment.society().people().forEach(person -> people.put(person.id(), person.name()));
        return Industry.of(markets, people, MomentScope.of(moment));
    }

    @Override
    public List<Effect> beginning(List<Market> markets, Moment moment) {
        var effects = new ArrayList<Effect>();
        benchmarks(markets, moment).forEach((name, value) -> {
            if (name.indexOf(' ') < 0) {
                effects.add(world(name, value));
            }
        });
        return effects;
    }

    @Override
    public List<Effect> settle(List<Market> markets, Moment moment) {
        var industry = industry(markets, moment);
        double[][] q = supplied(markets, industry.firms(), moment);
        var effects = new ArrayList<Effect>();
        var told = new StringBuilder();
        for (int j = 0; j < markets.size(); j++) {
            double total = Industry.total(q, j);
            double price = industry.price(j, total);
            String id = markets.get(j).id();
            effects.add(world("Q " + id, rounded(total)));
            effects.add(world("price " + id, rounded(price)));
            told.append(told.isEmpty() ? "" : " ").append(markets.get(j).name()).append(": price ")
                    .append(words(price));
            for (int i = 0; i < industry.firms().size(); i++) {
                String firm = industry.firms().get(i);
                effects.add(firm(firm, "q " + id, q[i][j]));
                effects.add(firm(firm, "profit " + id, industry.profit(i, j, q)));
                told.append(i == 0 ? "; " : ", ").append(moment.society().name(firm)).append(' ')
                        .append(words(q[i][j]));
            }
            told.append('.');
        }
        effects.add(new Effect.Told("", "", List.of(MomentScope.EVERYBODY), told.toString()));
        for (int i = 0; i < industry.firms().size(); i++) {
            String firm = industry.firms().get(i);
            double profit = industry.profit(i, q);
            effects.add(firm(firm, "profit", profit));
            effects.add(new Effect.Became(firm, "total_profit",
                    before(moment, firm, "total_profit").add(rounded(profit), DIGITS).toPlainString()));
            effects.add(new Effect.Told("", "", List.of(firm), "Your profit is " + words(profit) + "."));
            for (Market market : markets) {
                effects.add(new Effect.Became(firm, "supply " + market.id(), "0"));
            }
        }
        means(markets, industry, q, moment, effects);
        effects.add(world("consumer_surplus", rounded(industry.consumerSurplus(q))));
        effects.addAll(excess(industry, q, moment));
        return effects;
    }

    /// What firms earned and brought, the mean over the last rounds, as many as the column `over` says, or all.
    private static void means(List<Market> markets, Industry industry, double[][] q, Moment moment,
            List<Effect> effects) {
        int before = moment.lastStep() - (int) Games.number(markets.getFirst(), "over", moment.lastStep());
        if (moment.step() > before) {
            double brought = java.util.stream.IntStream.range(0, markets.size())
                    .mapToDouble(j -> Industry.total(q, j)).sum() / q.length;
            effects.add(world("mean_profit",
                    running(moment, MomentScope.EVERYBODY, "mean_profit", industry.meanProfit(q), before)));
            effects.add(world("mean_brought",
                    running(moment, MomentScope.EVERYBODY, "mean_brought", brought, before)));
        }
    }

    /// Concentration and specialisation against the Nash equilibrium, as means over the rounds so far.
    private static List<Effect> excess(Industry industry, double[][] q, Moment moment) {
        double[][] nash = industry.nash();
        var effects = new ArrayList<Effect>();
        double cv = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < q.length; i++) {
            String name = "mean_cv";
            BigDecimal mean = running(moment, industry.firms().get(i), name, Industry.variation(q[i]), 0);
            effects.add(new Effect.Became(industry.firms().get(i), name, mean.toPlainString()));
            cv = Math.max(cv, over(mean.doubleValue(), Industry.variation(nash[i])));
        }
        double hhi = Double.NEGATIVE_INFINITY;
        for (int j = 0; j < industry.markets(); j++) {
            String name = "mean_hhi " + industry.market(j);
            BigDecimal mean = running(moment, MomentScope.EVERYBODY, name, Industry.concentration(q, j), 0);
            effects.add(world(name, mean));
            hhi = Math.max(hhi, over(mean.doubleValue(), Industry.concentration(nash, j)));
        }
        effects.add(world("cv_excess", rounded(cv)));
        effects.add(world("hhi_excess", rounded(hhi)));
        return effects;
    }

    static double over(double observed, double nash) { return nash == 0 ? observed : (observed - nash) / nash; }

    private static double[][] supplied(List<Market> markets, List<String> firms, Moment moment) {
        double[][] q = new double[firms.size()][markets.size()];
        for (int i = 0; i < q.length; i++) {
            for (int j = 0; j < q[i].length; j++) {
                q[i][j] = before(moment, firms.get(i), "supply " + markets.get(j).id()).doubleValue();
            }
        }
        return q;
    }

    private static BigDecimal before(Moment moment, String subject, String attribute) {
        return moment.state().attribute(subject, attribute).map(BigDecimal::new).orElse(BigDecimal.ZERO);
    }

    /// @param before how many rounds do not count
    /// @return the mean over the rounds since, this one included
    private static BigDecimal running(Moment moment, String subject, String attribute, double value, int before) {
        int rounds = Math.max(1, moment.step() - before);
        BigDecimal sum = before(moment, subject, attribute).multiply(BigDecimal.valueOf(rounds - 1L), DIGITS)
                .add(rounded(value), DIGITS);
        return sum.divide(BigDecimal.valueOf(rounds), DIGITS).stripTrailingZeros();
    }

    private static Effect firm(String firm, String attribute, double value) {
        return new Effect.Became(firm, attribute, rounded(value).toPlainString());
    }

    private static Effect world(String attribute, BigDecimal value) {
        return new Effect.Became(MomentScope.EVERYBODY, attribute, value.toPlainString());
    }

    /// Ten decimals: what the doubles of the solver are good for.
    static BigDecimal rounded(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(10, java.math.RoundingMode.HALF_EVEN)
                .stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }

    private static String words(double value) {
        return BigDecimal.valueOf(value).setScale(2, java.math.RoundingMode.HALF_EVEN).stripTrailingZeros()
                .toPlainString();
    }
}
