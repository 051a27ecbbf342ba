package microcosm.gamemaster;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

import microcosm.worlds.Evaluator;
import microcosm.worlds.Formula;
import microcosm.worlds.Market;
import microcosm.worlds.Problem;
import microcosm.worlds.Value;
import microcosm.worlds.WorldException;

/// Firms with unit costs and a capacity, and markets with inverse demand: what they earn, and where they would end up.
///
/// Equilibria are found by sequential best response over firms from zero: each firm in turn chooses its quantities in all markets at once. With
/// linear demand p = a − bQ the marginal revenue of firm i in market j falls with slope 2b, so its best quantities under a capacity
/// are max(0, (a − bR − c − λ) / 2b) with the rivals' sum R and one multiplier λ ≥ 0 for all markets, found by bisection. The same with
/// slope 2b against the rivals' sum too gives the joint-profit maximum. The potential is strictly concave, so the sequence converges (Monderer
/// and Shapley 1996). Demand must be linear where the price is above zero; anything else is refused.
final class Industry {
    private static final double CLOSE = 1e-13;
    private static final int MOST_ROUNDS = 100_000;

    private final List<Market> markets;
    private final List<String> firms;
    private final double[][] costs;
    private final double capacity;
    private final double[] intercepts;
    private final double[] slopes;

    private Industry(List<Market> markets, List<String> firms, double[][] costs, double capacity, double[] intercepts,
            double[] slopes) {
        this.markets = markets;
        this.firms = firms;
        this.costs = costs;
        this.capacity = capacity;
        this.intercepts = intercepts;
        this.slopes = slopes;
    }

    /// @throws WorldException if a price is missing or not linear, or a cost or the capacity is not a number
    static Industry of(List<Market> markets, Moment moment) {
        var firms = new ArrayList<String>();
        moment.society().people().stream().filter(person -> markets.stream()
                .anyMatch(market -> market.columns().containsKey(person.name() + " unit cost")
                        || market.columns().containsKey("unit cost")))
                .forEach(person -> firms.add(person.id()));
        double[][] costs = new double[firms.size()][markets.size()];
        double[] intercepts = new double[markets.size()];
        double[] slopes = new double[markets.size()];
        for (int j = 0; j < markets.size(); j++) {
            Market market = markets.get(j);
            for (int i = 0; i < firms.size(); i++) {
                String own = moment.society().name(firms.get(i)) + " unit cost";
                costs[i][j] = number(market, market.columns().containsKey(own) ? own : "unit cost").orElse(0.0);
            }
            DoubleUnaryOperator price = price(market, moment);
            intercepts[j] = price.applyAsDouble(0);
            slopes[j] = slope(market, price, intercepts[j]);
        }
        double capacity = markets.stream().map(market -> number(market, "capacity")).flatMap(Optional::stream)
                .findFirst()
                .orElse(Double.POSITIVE_INFINITY);
        return new Industry(markets, firms, costs, capacity, intercepts, slopes);
    }

    private static Optional<Double> number(Market market, String column) {
        String cell = market.columns().get(column);
        if (cell == null) {
            return Optional.empty();
        }
        String first = cell.strip().split(" ")[0];
        try {
            return Optional.of(Double.valueOf(first));
        } catch (NumberFormatException e) {
            throw wrong(market, column + " must begin with a number, not \"" + cell + "\"");
        }
    }

    private static DoubleUnaryOperator price(Market market, Moment moment) {
        Formula formula = market.price().orElseThrow(() -> wrong(market, "cournot needs a price"));
        return total -> {
            var names = new LinkedHashMap<String, Value>();
            names.put("Q", Value.of(BigDecimal.valueOf(total)));
            return Evaluator.number(formula, MomentScope.of(moment).and(names)).doubleValue();
        };
    }

    private static double slope(Market market, DoubleUnaryOperator price, double intercept) {
        double slope = (intercept - price.applyAsDouble(1.0 / 1024)) * 1024;
        double choke = intercept / slope;
        boolean linear = slope > 0 && List.of(0.25, 0.5, 0.75).stream()
                .allMatch(share -> Math.abs(price.applyAsDouble(share * choke) - intercept * (1 - share)) < 1e-6
                        * intercept);
        if (!linear) {
            throw wrong(market,
                    "cournot needs a price that falls in a straight line with Q, such as max(0, 100 - Q / 2)");
        }
        return slope;
    }

    private static WorldException wrong(Market market, String what) {
        return new WorldException(List.of(new Problem(market.at(), what, List.of(), "")));
    }

    List<String> firms() { return firms; }

    int markets() { return markets.size(); }

    String market(int j) { return markets.get(j).id(); }

    double price(int j, double total) { return Math.max(0, intercepts[j] - slopes[j] * total); }

    double profit(int i, int j, double[][] q) { return (price(j, total(q, j)) - costs[i][j]) * q[i][j]; }

    double profit(int i, double[][] q) {
        double sum = 0;
        for (int j = 0; j < markets.size(); j++) {
            sum += profit(i, j, q);
        }
        return sum;
    }

    double meanProfit(double[][] q) {
        double sum = 0;
        for (int i = 0; i < q.length; i++) {
            sum += profit(i, q);
        }
        return sum / q.length;
    }

    /// The area under demand above the price, over all markets.
    double consumerSurplus(double[][] q) {
        double sum = 0;
        for (int j = 0; j < markets.size(); j++) {
            double bought = Math.min(total(q, j), intercepts[j] / slopes[j]);
            sum += slopes[j] * bought * bought / 2;
        }
        return sum;
    }

    static double total(double[][] q, int j) {
        double sum = 0;
        for (double[] own : q) {
            sum += own[j];
        }
        return sum;
    }

    /// Population standard deviation over mean of one firm's quantities; 0 for a firm that brings nothing.
    static double variation(double[] own) {
        double mean = java.util.Arrays.stream(own).average().orElse(0);
        double squares = java.util.Arrays.stream(own).map(x -> (x - mean) * (x - mean)).average().orElse(0);
        return mean == 0 ? 0 : Math.sqrt(squares) / mean;
    }

    /// Herfindahl–Hirschman index of one market, in [1/n, 1]; 0 for a market nobody brings anything to.
    static double concentration(double[][] q, int j) {
        double total = total(q, j);
        double sum = 0;
        for (double[] own : q) {
            sum += total == 0 ? 0 : own[j] / total * (own[j] / total);
        }
        return sum;
    }

    /// @return quantities by firm and market in the Nash equilibrium
    double[][] nash() { return settled(1); }

    /// @return quantities by firm and market that maximise the sum of profits
    double[][] jointProfit() { return settled(2); }

    private double[][] settled(int rivalsWeight) {
        double[][] q = new double[firms.size()][markets.size()];
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double moved = 0;
            for (int i = 0; i < q.length; i++) {
                double[] best = best(i, q, rivalsWeight);
                for (int j = 0; j < best.length; j++) {
                    moved = Math.max(moved, Math.abs(best[j] - q[i][j]));
                }
                q[i] = best;
            }
            if (moved < CLOSE) {
                return q;
            }
        }
        return q;
    }

    private double[] best(int i, double[][] q, int rivalsWeight) {
        double[] free = best(i, q, rivalsWeight, 0);
        if (sum(free) <= capacity) {
            return free;
        }
        double low = 0;
        double high = java.util.Arrays.stream(intercepts).max().orElse(0);
        for (int halving = 0; halving < 200; halving++) {
            double middle = (low + high) / 2;
            if (sum(best(i, q, rivalsWeight, middle)) > capacity) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return best(i, q, rivalsWeight, high);
    }

    private double[] best(int i, double[][] q, int rivalsWeight, double multiplier) {
        double[] best = new double[markets.size()];
        for (int j = 0; j < best.length; j++) {
            double rivals = total(q, j) - q[i][j];
            double margin = intercepts[j] - rivalsWeight * slopes[j] * rivals - costs[i][j] - multiplier;
            best[j] = Math.max(0, margin / (2 * slopes[j]));
        }
        return best;
    }

    private static double sum(double[] values) { return java.util.Arrays.stream(values).sum(); }
}
