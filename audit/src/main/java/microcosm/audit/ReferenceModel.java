package microcosm.audit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// How clean writers choose: P(value | context), smoothed, from reference runs; and how much better "a coin decides" explains a
/// writer's choices.
///
/// The score is a likelihood ratio of fair choice among the alternatives that occur, against the reference. The reference is a
/// Dirichlet-multinomial, so that a writer's own habit, always the one alternative or always the other, is no evidence of a coin.
///
/// Sources: Neyman, Pearson 1933, Philosophical Transactions A 231, p. 289; Minka 2000, Estimating a Dirichlet distribution.
final class ReferenceModel {
    /// How strongly one writer's choices hang together: the fewer, the more a habit is expected.
    private static final double CONCENTRATION = 3;

    private final Map<String, Map<String, Double>> counts = new HashMap<>();
    private final Map<String, Double> totals = new HashMap<>();
    private final Set<String> values = new HashSet<>();

    void learn(List<Symbol> symbols) {
        for (Symbol symbol : symbols) {
            counts.computeIfAbsent(symbol.context(), _ -> new TreeMap<>()).merge(symbol.value(), 1.0, Double::sum);
            totals.merge(symbol.context(), 1.0, Double::sum);
            values.add(symbol.value());
        }
    }

    double learned() { return totals.values().stream().mapToDouble(Double::doubleValue).sum(); }

    /// P(value | context), backing off to one half of a count for what was never seen.
    double probability(Symbol symbol, int alternatives) {
        double seen = counts.getOrDefault(symbol.context(), Map.of()).getOrDefault(symbol.value(), 0.0);
        return (seen + 0.5) / (totals.getOrDefault(symbol.context(), 0.0) + 0.5 * alternatives);
    }

    /// Log likelihood ratio, in bits; the larger, the more it looks like fair choice.
    Score score(List<Symbol> symbols) {
        Map<String, Map<String, Integer>> chosen = new TreeMap<>();
        symbols.forEach(
                symbol -> chosen.computeIfAbsent(symbol.context(), _ -> new TreeMap<>()).merge(symbol.value(), 1,
                        Integer::sum));
        double bits = 0;
        for (var context : chosen.entrySet()) {
            Set<String> alternatives = new HashSet<>(counts.getOrDefault(context.getKey(), Map.of()).keySet());
            alternatives.addAll(context.getValue().keySet());
            int k = Math.max(2, alternatives.size());
            int drawn = 0;
            double reference = 0;
            for (var value : context.getValue().entrySet()) {
                var symbol = new Symbol(context.getKey(), value.getKey(), 0, 0, 0);
                double prior = CONCENTRATION * probability(symbol, k);
                for (int i = 0; i < value.getValue(); i++) {
                    reference += Math.log((prior + i) / (CONCENTRATION + drawn));
                    drawn++;
                }
            }
            bits += (-drawn * Math.log(k) - reference) / Math.log(2);
        }
        return new Score(bits, symbols.size());
    }

    /// @param bits summed over the symbols
    record Score(double bits, int symbols) {}
}
