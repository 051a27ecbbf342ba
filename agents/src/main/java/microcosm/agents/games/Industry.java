package microcosm.agents.games;

import java.util.Arrays;
import java.util.List;
import java.util.SequencedMap;

import microcosm.worlds.Market;
import microcosm.worlds.Scope;

/// Firms with unit costs and a capacity over all markets, and markets with inverse demand: what they earn, and where they would end up.
/// The same arithmetic settles a market and tells a firm what would be best.
///
/// Equilibria are found by sequential best response over firms from zero: each firm in turn chooses its quantities in all markets at once. With
/// linear demand p = a − bQ the marginal revenue of firm i in market j falls with slope 2b, so its best quantities under a capacity
/// are max(0, (a − bR − c − λ) / 2b) with the rivals' sum R and one multiplier λ ≥ 0 for all markets, found by bisection. The same with
/// slope 2b against the rivals' sum too gives the joint-profit maximum, begun where each market is shared equally by those with the lowest
/// cost there. The potential is concave, so the sequence converges (Monderer and Shapley 1996). Demand must be linear where the price is above
/// zero; anything else is refused.
///
/// Sources: Cournot 1838; Stackelberg 1934; with several markets and a shared capacity, Lin, Ojha, Cai and Chen 2024, arXiv 2410.00031.
public final class Industry {
    private static final double CLOSE = 1e-13;
    private static final int MOST_ROUNDS = 100_000;

    private final List<Market> markets;
    private final List<String> firms;
    private final double[][] costs;
    private final double capacity;
    private final double[] intercepts;
    private final double[] slopes;

    Industry(List<Market> markets, List<String> firms, double[][] costs, double capacity, double[] intercepts,
            double[] slopes) {
        this.markets = markets;
        this.firms = firms;
        this.costs = costs;
        this.capacity = capacity;
        this.intercepts = intercepts;
        this.slopes = slopes;
    }

    /// @param people id → name of everybody who might be a firm; those are who have a column `NAME unit cost` in some market, or all where
    ///        there is a column `unit cost`
    /// @param scope what the price formulas may name beside `Q`
    /// @throws microcosm.worlds.WorldException if a price is missing or not linear, or a cost or the capacity is not a number
    public static Industry of(List<Market> markets, SequencedMap<String, String> people, Scope scope) {
        return IndustryReader.read(markets, people, scope);
    }

    /// @return ids, in cast order
    public List<String> firms() { return firms; }

    /// @return its place among the firms; -1 for a person who is none
    public int firm(String person) { return firms.indexOf(person); }

    public int markets() { return markets.size(); }

    public String market(int j) { return markets.get(j).id(); }

    /// @return the most a firm brings to all markets together; infinite where there is no such bound
    public double capacity() { return capacity; }

    /// @return infinite where the firm has none, so does not serve the market
    public double cost(int i, int j) { return costs[i][j]; }

    public double price(int j, double total) { return Math.max(0, intercepts[j] - slopes[j] * total); }

    /// @param q quantities by firm and market
    public double profit(int i, int j, double[][] q) {
        return q[i][j] == 0
                ? 0
                : (price(j, total(q, j)) - (costs[i][j] < Double.POSITIVE_INFINITY ? costs[i][j] : 0)) * q[i][j];
    }

    public double profit(int i, double[][] q) {
        double sum = 0;
        for (int j = 0; j < markets.size(); j++) {
            sum += profit(i, j, q);
        }
        return sum;
    }

    public double meanProfit(double[][] q) {
        double sum = 0;
        for (int i = 0; i < q.length; i++) {
            sum += profit(i, q);
        }
        return sum / q.length;
    }

    /// The area under demand above the price, over all markets.
    public double consumerSurplus(double[][] q) {
        double sum = 0;
        for (int j = 0; j < markets.size(); j++) {
            double bought = Math.min(total(q, j), intercepts[j] / slopes[j]);
            sum += slopes[j] * bought * bought / 2;
        }
        return sum;
    }

    public static double total(double[][] q, int j) {
        double sum = 0;
        for (double[] own : q) {
            sum += own[j];
        }
        return sum;
    }

    /// Population standard deviation over mean of one firm's quantities; 0 for a firm that brings nothing.
    public static double variation(double[] own) {
        double mean = Arrays.stream(own).average().orElse(0);
        double squares = Arrays.stream(own).map(x -> (x - mean) * (x - mean)).average().orElse(0);
        return mean == 0 ? 0 : Math.sqrt(squares) / mean;
    }

    /// Herfindahl–Hirschman index of one market, in [1/n, 1]; 0 for a market nobody brings anything to.
    public static double concentration(double[][] q, int j) {
        double total = total(q, j);
        double sum = 0;
        for (double[] own : q) {
            sum += total == 0 ? 0 : own[j] / total * (own[j] / total);
        }
        return sum;
    }

    /// @return quantities by firm and market in the Nash equilibrium
    public double[][] nash() { return settled(1, new double[firms.size()][markets.size()]); }

    /// @return quantities by firm and market that maximise the sum of profits
    public double[][] jointProfit() {
        double[][] shared = new double[firms.size()][markets.size()];
        for (int j = 0; j < markets.size(); j++) {
            double[] cost = new double[firms.size()];
            for (int i = 0; i < cost.length; i++) {
                cost[i] = costs[i][j];
            }
            double least = Arrays.stream(cost).min().orElse(0);
            long sharing = Arrays.stream(cost).filter(c -> c == least).count();
            for (int i = 0; i < cost.length; i++) {
                shared[i][j] = cost[i] == least ? Math.max(0, intercepts[j] - least) / (2 * slopes[j]) / sharing : 0;
            }
        }
        return settled(2, shared);
    }

    /// The quantities that earn a firm most, given what all others bring.
    ///
    /// @param others per market
    /// @return per market; at most the capacity together
    public double[] bestResponse(int i, double[] others) { return best(i, others, 1); }

    /// What the best one-shot deviation from a plan earns, for the firm that gains most by it.
    ///
    /// @param plan quantities by firm and market
    public double deviationProfit(double[][] plan) {
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < plan.length; i++) {
            most = Math.max(most, deviationProfit(i, plan));
        }
        return most;
    }

    private double deviationProfit(int i, double[][] plan) {
        double[][] deviated = plan.clone();
        deviated[i] = bestResponse(i, rivals(i, plan));
        return profit(i, deviated);
    }

    /// The least discount factor at which a plan is kept by everybody because whoever leaves it is answered by the Nash equilibrium for ever: the
    /// largest over firms of (deviation − plan) / (deviation − Nash).
    ///
    /// @return 0 where nobody gains by leaving; above 1 where no patience is enough. Source: Friedman 1971, Review of Economic Studies 38, 1–12
    public double criticalDiscount(double[][] plan) {
        double[][] nash = nash();
        double most = 0;
        for (int i = 0; i < plan.length; i++) {
            double deviation = deviationProfit(i, plan);
            double gained = deviation - profit(i, plan);
            if (gained > CLOSE) {
                most = Math.max(most, gained / (deviation - profit(i, nash)));
            }
        }
        return most;
    }

    /// What firms bring when the first moves before the others in the one market there is, by the condition that its profit along the others'
    /// joint answer is highest; the answer is piecewise linear, so the highest point lies on one of few pieces, which golden sections find.
    public double[][] leading() {
        double low = 0;
        double high = Math.min(capacity, intercepts[0] / slopes[0]);
        double ratio = (Math.sqrt(5) - 1) / 2;
        for (int cut = 0; cut < 100; cut++) {
            double left = high - ratio * (high - low);
            double right = low + ratio * (high - low);
            if (profit(0, following(left)) < profit(0, following(right))) {
                low = left;
            } else {
                high = right;
            }
        }
        return following(vertex((low + high) / 2));
    }

    /// The highest point of the parabola through three points around one: where differences vanish in rounding, a fit still tells.
    private double vertex(double near) {
        double width = Math.max(near, 1) / 16;
        double before = profit(0, following(near - width));
        double at = profit(0, following(near));
        double after = profit(0, following(near + width));
        double bend = before - 2 * at + after;
        double fit = bend == 0 ? near : near + width * (before - after) / (2 * bend);
        return profit(0, following(fit)) >= at ? fit : near;
    }

    private double[][] following(double lead) {
        double[][] q = new double[firms.size()][markets.size()];
        q[0][0] = lead;
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double moved = 0;
            for (int i = 1; i < q.length; i++) {
                double best = best(i, rivals(i, q), 1)[0];
                moved = Math.max(moved, Math.abs(best - q[i][0]));
                q[i][0] = best;
            }
            if (moved < CLOSE) {
                break;
            }
        }
        return q;
    }

    private static double[] rivals(int i, double[][] q) {
        double[] rivals = new double[q[i].length];
        for (int j = 0; j < rivals.length; j++) {
            rivals[j] = total(q, j) - q[i][j];
        }
        return rivals;
    }

    private double[][] settled(int rivalsWeight, double[][] q) {
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double moved = 0;
            for (int i = 0; i < q.length; i++) {
                double[] best = best(i, rivals(i, q), rivalsWeight);
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

    private double[] best(int i, double[] rivals, int rivalsWeight) {
        double[] free = best(i, rivals, rivalsWeight, 0);
        if (sum(free) <= capacity) {
            return free;
        }
        double low = 0;
        double high = Arrays.stream(intercepts).max().orElse(0);
        for (int halving = 0; halving < 200; halving++) {
            double middle = (low + high) / 2;
            if (sum(best(i, rivals, rivalsWeight, middle)) > capacity) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return best(i, rivals, rivalsWeight, high);
    }

    private double[] best(int i, double[] rivals, int rivalsWeight, double multiplier) {
        double[] best = new double[markets.size()];
        for (int j = 0; j < best.length; j++) {
            double margin = intercepts[j] - rivalsWeight * slopes[j] * rivals[j] - costs[i][j] - multiplier;
            best[j] = Math.max(0, margin / (2 * slopes[j]));
        }
        return best;
    }

    private static double sum(double[] values) { return Arrays.stream(values).sum(); }
}
