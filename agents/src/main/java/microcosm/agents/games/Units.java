package microcosm.agents.games;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/// What the units somebody may trade are worth to them, or cost them. They trade them one after the other, what gains most first.
///
/// Source: Smith 1976, Experimental Economics: Induced Value Theory, American Economic Review 66, 274–279.
///
/// @param values in the order in which they are traded
public record Units(List<Double> values) {
    public Units {
        values = List.copyOf(values);
    }

    /// Units to buy: traits `worth`, `worth_2`, `worth_3` … without a gap, the dearest first.
    ///
    /// @throws IllegalArgumentException if one is no number
    public static Units worth(Map<String, String> traits) { return of("worth", traits, Comparator.reverseOrder()); }

    /// Units to sell: traits `cost`, `cost_2`, `cost_3` … without a gap, the cheapest first.
    ///
    /// @throws IllegalArgumentException if one is no number
    public static Units cost(Map<String, String> traits) { return of("cost", traits, Comparator.naturalOrder()); }

    private static Units of(String trait, Map<String, String> traits, Comparator<Double> order) {
        var values = new ArrayList<Double>();
        String name = trait;
        for (int unit = 2; traits.containsKey(name); unit++) {
            String written = String.valueOf(traits.get(name));
            try {
                values.add(Double.valueOf(written));
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException(name + ": \"" + written + "\" is not a number", e);
            }
            name = trait + "_" + unit;
        }
        values.sort(order);
        return new Units(values);
    }

    /// Whether there is a unit left after so many were traded.
    public boolean has(int traded) { return traded < values.size(); }

    /// @param traded how many were traded before it
    public double value(int traded) { return values.get(traded); }
}
