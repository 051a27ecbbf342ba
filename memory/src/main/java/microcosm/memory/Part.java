package microcosm.memory;

import java.util.List;

import microcosm.trace.Explanation;

/// One reason to come up, over all candidates.
final class Part {
    private final String name;
    private final String what;
    private final double weight;
    private final double[] values;
    private final boolean stretched;
    private double least;
    private double most;

    /// @param weight 0 where this reason does not count
    Part(String name, String what, double weight, double[] values, int size, Weighting weighting) {
        this.name = "weighted " + name;
        this.what = what;
        this.weight = weight;
        this.values = values;
        this.stretched = weighting.scale() == Weighting.Scale.MIN_MAX;
        if (weight > 0 && stretched) {
            least = Double.POSITIVE_INFINITY;
            most = Double.NEGATIVE_INFINITY;
            for (int slot = 0; slot < size; slot++) {
                least = Math.min(least, values[slot]);
                most = Math.max(most, values[slot]);
            }
        }
    }

    double of(int slot) { return weight == 0 ? 0 : weight * scaled(slot); }

    /// Adds what this reason counts to each sum.
    void addTo(double[] sums, int size) {
        for (int slot = 0; slot < size && weight > 0; slot++) {
            sums[slot] += weight * scaled(slot);
        }
    }

    private double scaled(int slot) {
        if (!stretched) {
            return values[slot];
        }
        return most > least ? (values[slot] - least) / (most - least) : 0.5;
    }

    /// @param from what the value came from
    void explain(int slot, List<Explanation> from, List<Explanation> into) {
        if (weight == 0) {
            return;
        }
        var value = new Explanation(values[slot], what, from);
        if (stretched) {
            value = new Explanation(scaled(slot), "scaled so that all memories span 0 to 1", List.of(value));
        }
        into.add(new Explanation(of(slot), name, List.of(new Explanation(weight, "weight"), value)));
    }
}
