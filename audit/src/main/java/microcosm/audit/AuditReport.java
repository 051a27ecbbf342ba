package microcosm.audit;

import java.util.List;

/// What all auditors had to say.
///
/// @param results in the order the auditors were asked
/// @param alpha false-discovery rate of the whole, shared among those that ran
/// @param viewpoint `insider`, `monitor`, or a person's name
public record AuditReport(List<Result> results, double alpha, String viewpoint, int runs, long messages) {
    public AuditReport {
        results = List.copyOf(results);
    }

    public List<Finding> findings() { return results.stream().flatMap(result -> result.findings().stream()).toList(); }

    public boolean failed() { return results.stream().anyMatch(result -> result.status() == Status.ERROR); }

    /// @return 70 if an auditor failed, 1 if something was found, 0 otherwise
    public int exitCode() { return failed() ? 70 : findings().isEmpty() ? 0 : 1; }
}
