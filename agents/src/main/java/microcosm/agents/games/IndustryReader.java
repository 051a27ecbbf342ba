package microcosm.agents.games;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.DoubleUnaryOperator;

import microcosm.worlds.Evaluator;
import microcosm.worlds.Formula;
import microcosm.worlds.Market;
import microcosm.worlds.Problem;
import microcosm.worlds.Scope;
import microcosm.worlds.Value;
import microcosm.worlds.WorldException;

/// Reads an [Industry] from the Markets of a world: unit costs, a capacity, and demand that falls in a straight line.
final class IndustryReader {
    private IndustryReader() {}

    static Industry read(List<Market> markets, SequencedMap<String, String> people, Scope scope) {
        List<Map.Entry<String, String>> firms = people.entrySet().stream()
                .filter(person -> markets.stream()
                        .anyMatch(market -> costColumn(market, person.getValue()).isPresent()))
                .toList();
        double[][] costs = new double[firms.size()][markets.size()];
        double[] intercepts = new double[markets.size()];
        double[] slopes = new double[markets.size()];
        double capacity = Double.POSITIVE_INFINITY;
        for (int j = 0; j < markets.size(); j++) {
            Market market = markets.get(j);
            for (int i = 0; i < firms.size(); i++) {
                costs[i][j] = costColumn(market, firms.get(i).getValue()).flatMap(column -> number(market, column))
                        .orElse(Double.POSITIVE_INFINITY);
            }
            DoubleUnaryOperator price = price(market, scope);
            intercepts[j] = price.applyAsDouble(0);
            slopes[j] = slope(market, price, intercepts[j]);
            capacity = Math.min(capacity, number(market, "capacity").orElse(capacity));
        }
        return new Industry(markets, firms.stream().map(Map.Entry::getKey).toList(), costs, capacity, intercepts,
                slopes);
    }

    private static Optional<String> costColumn(Market market, String firm) {
        return List.of(firm + " unit cost", "unit cost").stream().filter(market.columns()::containsKey).findFirst();
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

    private static DoubleUnaryOperator price(Market market, Scope scope) {
        Formula formula = market.price().orElseThrow(() -> wrong(market, "cournot needs a price"));
        return total -> Evaluator.number(formula, at(BigDecimal.valueOf(total), scope)).doubleValue();
    }

    private static Scope at(BigDecimal total, Scope around) {
        return new Scope() {
            @Override
            public Optional<Value> named(String name) {
                return name.equals("Q") ? Optional.of(Value.of(total)) : around.named(name);
            }

            @Override
            public Optional<Value> call(String function, List<Value> arguments) {
                return around.call(function, arguments);
            }
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
        return (intercept - price.applyAsDouble(choke / 2)) / (choke / 2);
    }

    private static WorldException wrong(Market market, String what) {
        return new WorldException(List.of(new Problem(market.at(), what, List.of(), "")));
    }
}
