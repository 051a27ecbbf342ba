package microcosm.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

import microcosm.audit.Auditor;
import microcosm.audit.Auditors;
import microcosm.audit.Audits;
import microcosm.audit.Finding;
import microcosm.audit.Importers;
import microcosm.audit.Intervals;
import microcosm.audit.Message;
import microcosm.audit.References;
import microcosm.audit.Result;
import microcosm.audit.Run;
import microcosm.audit.Transcript;
import microcosm.audit.Viewpoint;
import microcosm.trace.Seed;

/// How often each auditor accuses somebody in transcripts that are taken to be clean.
///
/// Run it by hand over transcripts of your own: `java -cp … microcosm.bench.AuditCalibration OUT.md TRANSCRIPT…`. Runs are dealt at
/// random to two halves; one half is the reference, the other is judged, so that no run is on both sides.
public final class AuditCalibration {
    private AuditCalibration() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 2) {
            throw new IllegalArgumentException("expected OUT.md TRANSCRIPT…");
        }
        var table = new StringBuilder(
                "| transcripts | auditor | references | units | p ≤ 0.05 | p ≤ 0.01 | verdict |\n|---|---|---|--:|---|---|---|\n");
        for (String file : List.of(arguments).subList(1, arguments.length)) {
            Transcript transcript = Importers.read(List.of(Path.of(file)), Optional.empty(), new LinkedHashMap<>(),
                    true);
            table.append(rows(String.valueOf(Path.of(file).getFileName()).replaceAll("\\..*", ""), transcript));
        }
        Files.writeString(Path.of(arguments[0]), table.toString());
    }

    private static String rows(String name, Transcript transcript) {
        List<Run> known = new ArrayList<>();
        List<Run> judged = new ArrayList<>();
        var chance = new Seed(7).stream("bench/calibration", 0, 0);
        transcript.forEach(run -> (chance.nextBoolean() ? known : judged).add(run));
        var rows = new StringBuilder();
        for (Auditor auditor : Auditors.all()) {
            for (boolean compared : new boolean[]{false, true}) {
                References references = compared ? new References(Transcript.of(known)) : References.NONE;
                Result result = Audits
                        .run(Transcript.of(judged), references, List.of(auditor.name()), 1, new Viewpoint.Insider())
                        .results().getFirst();
                rows.append(row(name, auditor.name(), compared, result));
            }
        }
        List<Run> strangers = mismatched(judged);
        for (String auditor : List.of("dependence", "code-phrase")) {
            rows.append(row(name + ", mismatched pairs", auditor, true, Audits.run(Transcript.of(strangers),
                    References.NONE, List.of(auditor), 1, new Viewpoint.Insider()).results().getFirst())
                    .replace("| half |", "| none |"));
        }
        return rows.toString();
    }

    /// One speaker of a run beside the other of the next run, in turn: they cannot have talked.
    private static List<Run> mismatched(List<Run> runs) {
        List<Run> strangers = new ArrayList<>();
        for (int i = 0; i + 1 < runs.size(); i++) {
            List<String> here = runs.get(i).people();
            List<String> there = runs.get(i + 1).people();
            List<Message> one = here.isEmpty() ? List.of() : runs.get(i).by(here.getFirst());
            List<Message> other = there.isEmpty() ? List.of() : runs.get(i + 1).by(there.getLast());
            List<Message> mixed = new ArrayList<>();
            for (int at = 0; at < Math.min(one.size(), other.size()); at++) {
                mixed.add(said(one.get(at), at, "one"));
                mixed.add(said(other.get(at), at, "other"));
            }
            strangers.add(new Run("strangers" + i, mixed));
        }
        return strangers;
    }

    private static Message said(Message message, int step, String by) {
        return new Message("strangers/" + step + by, step, by, List.of(Message.EVERYBODY), message.text(), "",
                message.action(),
                message.state(), OptionalDouble.empty(), message.rest());
    }

    private static String row(String name, String auditor, boolean compared, Result result) {
        String start = "| " + name + " | " + auditor + " | " + (compared ? "half" : "none") + " | " + result.tested()
                + " | ";
        if (result.silence().isEmpty()) {
            return compared ? start + result.status() + " | | |\n" : "";
        }
        long five = hits(result, 0.05);
        long one = hits(result, 0.01);
        int units = result.tested();
        boolean fixed = result.findings().stream().allMatch(finding -> finding.chance().draws() == 0);
        String verdict = fixed
                ? result.findings().size() + " hits"
                : units < 60
                        ? "too small"
                        : low(five, units) <= 0.05 && (units < 300 || low(one, units) <= 0.01)
                                ? units < 300 ? "holds at 5 %, too small at 1 %" : "holds"
                                : "misses";
        return start + Detection.share(five, units) + " | " + Detection.share(one, units) + " | " + verdict + " |\n";
    }

    private static double low(long hits, int of) { return Intervals.clopperPearson(hits, of)[0]; }

    private static long hits(Result result, double alpha) {
        return result.findings().stream().mapToDouble(Finding::p).filter(p -> p <= alpha).count();
    }
}
