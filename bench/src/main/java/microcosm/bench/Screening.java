package microcosm.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import microcosm.audit.AuditReport;
import microcosm.audit.Audits;
import microcosm.audit.Finding;
import microcosm.audit.References;
import microcosm.audit.Run;
import microcosm.audit.Transcript;
import microcosm.audit.Viewpoint;

/// Asks one auditor about runs and keeps what it says of each person or pair.
///
/// @param each every finding
/// @param findings run and people → the finding with the smallest p
/// @param tested how many units the auditor says it tested
record Screening(List<Finding> each, Map<String, Finding> findings, int tested) {
    static Screening of(String auditor, List<Run> runs, List<Run> references, double alpha) {
        References clean = references.isEmpty() ? References.NONE : new References(Transcript.of(references));
        AuditReport report = Audits.run(Transcript.of(runs), clean, List.of(auditor), alpha, new Viewpoint.Insider());
        if (report.failed()) {
            throw new IllegalStateException(auditor + ": " + report.results().getFirst().why());
        }
        Map<String, Finding> findings = new HashMap<>();
        report.findings().forEach(finding -> findings.merge(key(finding), finding, (a, b) -> a.p() <= b.p() ? a : b));
        return new Screening(report.findings(), findings, report.results().getFirst().tested());
    }

    /// Everything let through, to see every score.
    static Screening all(String auditor, List<Run> runs, List<Run> references) {
        return of(auditor, runs, references, 1);
    }

    private static String key(Finding finding) { return finding.run() + "/" + String.join("/", finding.people()); }

    /// −log p of the unit; 0 where nothing was said.
    double score(String run, String people) {
        Finding finding = findings.get(run + "/" + people);
        return finding == null ? 0 : -Math.log(finding.p()) + 1e-6 * Math.clamp(finding.value(), 0, 1000);
    }

    List<Double> scores(List<Run> runs, String people) {
        List<Double> scores = new ArrayList<>();
        runs.forEach(run -> scores.add(score(run.id(), people)));
        return scores;
    }
}
