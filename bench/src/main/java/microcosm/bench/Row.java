package microcosm.bench;

/// One line of a benchmark's result.
///
/// @param name what was measured
/// @param goal what was to be reached, as people read it: `under 2 ms`
/// @param reached what was
public record Row(String name, String goal, String reached, Verdict verdict) {
    public enum Verdict {
        HOLDS, MISSES, TOO_SMALL;

        /// @return `holds`, `misses`, `too small`
        @Override
        public String toString() { return name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '); }
    }

    /// A row that holds when `holds`.
    public static Row of(String name, String goal, String reached, boolean holds) {
        return new Row(name, goal, reached, holds ? Verdict.HOLDS : Verdict.MISSES);
    }
}
