package microcosm.agents;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import microcosm.worlds.Evaluator;
import microcosm.worlds.Formula;
import microcosm.worlds.Market;
import microcosm.worlds.Person;
import microcosm.worlds.Scope;
import microcosm.worlds.Value;
import microcosm.worlds.World;

/// Firms that choose quantities for markets with linear inverse demand P = max(0, a − bQ), constant unit costs and a capacity over all
/// markets: what a firm would do. Taken from the Markets table: the price formula, a column `NAME unit cost` (or `unit cost`) per firm,
/// and `capacity`.
///
/// Sources: Cournot 1838; with two markets and a shared capacity, Lin, Ojha, Cai and Chen 2024, arXiv 2410.00031.
final class Industry {
    private static final Pattern NUMBER = Pattern.compile("\\d+(\\.\\d+)?");
    private static final int ROUNDS = 1000;

    private final List<String> firms;
    private final double[] intercept;
    private final double[] slope;
    private final double[][] cost;
    private final double capacity;

    /// @throws microcosm.worlds.EvaluationException if a price is not a number for a number
    Industry(World world) {
        List<Market> markets = world.dealings().markets();
        List<Person> people = world.cast().people().stream()
                .filter(person -> markets.stream().anyMatch(market -> cost(market, person.name()).isPresent()))
                .toList();
        firms = people.stream().map(Person::id).toList();
        intercept = new double[markets.size()];
        slope = new double[markets.size()];
        cost = new double[firms.size()][markets.size()];
        double most = Double.POSITIVE_INFINITY;
        for (int m = 0; m < markets.size(); m++) {
            Market market = markets.get(m);
            intercept[m] = market.price().map(price -> price(price, 0)).orElse(0.0);
            slope[m] = intercept[m] - market.price().map(price -> price(price, 1)).orElse(0.0);
            for (int f = 0; f < firms.size(); f++) {
                cost[f][m] = cost(market, people.get(f).name()).orElse(Double.POSITIVE_INFINITY);
            }
            most = Math.min(most, number(market.columns().get("capacity")).orElse(most));
        }
        capacity = most;
    }

    int markets() { return intercept.length; }

    double capacity() { return capacity; }

    /// @return -1 for a person who is no firm
    int firm(String person) { return firms.indexOf(person); }

    double cost(int firm, int market) { return cost[firm][market]; }

    /// The quantities that earn a firm most, given what all others bring.
    ///
    /// @param others per market
    /// @return per market; at most the capacity together
    double[] bestResponse(int firm, double[] others) {
        double[] free = new double[markets()];
        for (int m = 0; m < free.length; m++) {
            free[m] = (intercept[m] - cost[firm][m]) / (2 * slope[m]) - others[m] / 2;
        }
        return within(free, 2);
    }

    /// Every firm's quantities where none gains by changing its own: best responses one after the other, until none changes.
    double[][] nash() {
        double[][] chosen = new double[firms.size()][markets()];
        for (int round = 0; round < ROUNDS; round++) {
            double change = 0;
            for (int f = 0; f < chosen.length; f++) {
                double[] response = bestResponse(f, others(chosen, f));
                for (int m = 0; m < response.length; m++) {
                    change = Math.max(change, Math.abs(response[m] - chosen[f][m]));
                }
                chosen[f] = response;
            }
            if (change < 1e-13) {
                break;
            }
        }
        return chosen;
    }

    /// Every firm's quantities where all earn most together: each market is left to the firm with the lowest cost there, in equal
    /// shares where several have it. With a capacity that binds, each firm keeps to its own; what others could add is not used.
    double[][] jointProfit() {
        double[][] chosen = new double[firms.size()][markets()];
        for (int f = 0; f < chosen.length; f++) {
            double[] free = new double[markets()];
            for (int m = 0; m < free.length; m++) {
                int sharing = 0;
                boolean cheapest = true;
                for (double[] costs : cost) {
                    sharing += costs[m] == cost[f][m] ? 1 : 0;
                    cheapest &= costs[m] >= cost[f][m];
                }
                free[m] = cheapest ? (intercept[m] - cost[f][m]) / (2 * slope[m]) / sharing : 0;
            }
            chosen[f] = within(free, 2);
        }
        return chosen;
    }

    private static double[] others(double[][] chosen, int but) {
        double[] sum = new double[chosen[but].length];
        for (int f = 0; f < chosen.length; f++) {
            for (int m = 0; m < sum.length; m++) {
                sum[m] += f == but ? 0 : chosen[f][m];
            }
        }
        return sum;
    }

    /// Keeps to the capacity: the price λ of capacity at which free − λ/(steepness·b) fits, found by halving.
    private double[] within(double[] free, double steepness) {
        double least = 0;
        double most = 0;
        for (double a : intercept) {
            most = Math.max(most, a);
        }
        if (total(free, 0, steepness) <= capacity) {
            return at(free, 0, steepness);
        }
        for (int i = 0; i < 200; i++) {
            double middle = (least + most) / 2;
            if (total(free, middle, steepness) > capacity) {
                least = middle;
            } else {
                most = middle;
            }
        }
        return at(free, most, steepness);
    }

    private double total(double[] free, double lambda, double steepness) {
        double sum = 0;
        for (double quantity : at(free, lambda, steepness)) {
            sum += quantity;
        }
        return sum;
    }

    private double[] at(double[] free, double lambda, double steepness) {
        double[] chosen = new double[free.length];
        for (int m = 0; m < free.length; m++) {
            double quantity = free[m] - lambda / (steepness * slope[m]);
            chosen[m] = quantity > 0 ? quantity : 0; // also where the cost, hence the quantity, is without bound
        }
        return chosen;
    }

    private static Optional<Double> cost(Market market, String firm) {
        return number(market.columns().get(firm + " unit cost")).or(() -> number(market.columns().get("unit cost")));
    }

    private static Optional<Double> number(@org.jspecify.annotations.Nullable String cell) {
        if (cell == null) {
            return Optional.empty();
        }
        Matcher matcher = NUMBER.matcher(cell);
        return matcher.find() ? Optional.of(Double.parseDouble(matcher.group())) : Optional.empty();
    }

    private static double price(Formula formula, long quantity) {
        Scope scope = name -> name.equals("Q") ? Optional.of(Value.of(BigDecimal.valueOf(quantity))) : Optional.empty();
        return Evaluator.number(formula, scope).doubleValue();
    }
}
