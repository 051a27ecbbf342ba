package microcosm.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/// Asks auditors about a transcript.
public final class Audits {
    private Audits() {}

    /// Asks the named auditors, or all. The error rate is shared: each of the k auditors asked spends `alpha / k`, so that a clean
    /// transcript gives any finding at all with probability at most about `alpha`.
    ///
    /// An auditor that fails, or quotes words that are not there, ends in an error and never in silence.
    ///
    /// @param names as [Auditors#named] takes them
    public static AuditReport run(Transcript transcript, References references, List<String> names, double alpha,
            Viewpoint viewpoint) {
        return run(transcript, references, Auditors.named(names), Options.USUAL.withAlpha(alpha), viewpoint);
    }

    static AuditReport run(Transcript transcript, References references, List<Auditor> auditors, Options options,
            Viewpoint viewpoint) {
        Transcript seen = transcript.as(viewpoint);
        References compared = new References(references.transcript().as(viewpoint));
        Options share = options.withAlpha(options.alpha() / Math.max(1, auditors.size()));
        List<Result> results = new ArrayList<>();
        for (Auditor auditor : auditors) {
            results.add(asked(auditor, seen, compared, share));
        }
        return new AuditReport(verified(results, seen), options.alpha(), viewpoint.toString(), transcript.size(),
                transcript.messages());
    }

    private static Result asked(Auditor auditor, Transcript transcript, References references, Options options) {
        try {
            return auditor.audit(transcript, references, options);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            var at = e.getStackTrace().length > 0 ? " at " + e.getStackTrace()[0] : "";
            return Result.error(auditor.name(), e + at);
        }
    }

    private static List<Result> verified(List<Result> results, Transcript transcript) {
        Map<String, List<Evidence>> open = new HashMap<>();
        for (Result result : results) {
            for (Finding finding : result.findings()) {
                for (Evidence evidence : finding.evidence()) {
                    open.computeIfAbsent(key(evidence.run(), evidence.event()), _ -> new ArrayList<>()).add(evidence);
                }
            }
        }
        if (!open.isEmpty()) {
            transcript.forEach(run -> run.messages().forEach(message -> {
                @Nullable
                List<Evidence> cited = open.get(key(run.id(), message.event()));
                if (cited != null) {
                    cited.removeIf(evidence -> evidence.holdsIn(message));
                }
            }));
        }
        return results.stream().map(result -> result.findings().stream().flatMap(finding -> finding.evidence().stream())
                .filter(evidence -> open.getOrDefault(key(evidence.run(), evidence.event()), List.of())
                        .contains(evidence))
                .findFirst()
                .map(wrong -> Result.error(result.auditor(),
                        "it quotes \"" + wrong.quote() + "\" from " + wrong.event() + " of run " + wrong.run()
                                + ", where those words are not"))
                .orElse(result)).toList();
    }

    private static String key(String run, String event) { return run + "\u0000" + event; }
}
