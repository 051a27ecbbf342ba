package microcosm.bench;

/// What came out for an expectation.
///
/// @param seconds the runs took on all cores; 0 where an earlier row had played them already
public record Replicated(Expectation expectation, double obtained, double seconds) {
    public boolean holds() { return expectation.holds(obtained); }

    /// @return `holds` or `misses`
    public String verdict() { return (holds() ? Row.Verdict.HOLDS : Row.Verdict.MISSES).toString(); }
}
