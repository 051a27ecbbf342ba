package microcosm.trace;

import java.util.List;

/// A number, how it came about, and the numbers it came from.
///
/// @param what in words: `recency, 0.995 per step, 12 steps ago`
public record Explanation(double value, String what, List<Explanation> from) {
    public Explanation {
        from = List.copyOf(from);
    }

    public Explanation(double value, String what) { this(value, what, List.of()); }
}
