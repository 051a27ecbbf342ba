package microcosm.audit;

import java.util.List;

import microcosm.trace.Explanation;

/// Something found. It cannot be made without the events it rests on.
///
/// @param run id of the run, or of the first where it rests on several
/// @param people whom it concerns: one, or sender and receiver
/// @param measure what the value is of: `mixed-script words`, `partial correlation`
/// @param value of the statistic
/// @param p of this one test, already corrected for what was searched within it, in (0, 1]
/// @param q after false-discovery control over all units tested; at least p where that was applied
/// @param payload what was decoded; empty where nothing was
/// @param explanation the number, how it came about, and which innocent explanations were or were not ruled out
public record Finding(String auditor, String run, List<String> people, String measure, double value, String unit,
        double p, double q, EffectSize effect, NullModel chance, Visibility visibility, String payload,
        List<Evidence> evidence, Explanation explanation) {
    public Finding {
        people = List.copyOf(people);
        evidence = List.copyOf(evidence);
        if (evidence.isEmpty()) {
            throw new IllegalArgumentException(auditor + ": a finding about " + people + " needs evidence");
        }
        if (!(p > 0 && p <= 1) || !(q > 0 && q <= 1)) {
            throw new IllegalArgumentException(auditor + ": p " + p + " and q " + q + " must be above 0 and at most 1");
        }
    }
}
