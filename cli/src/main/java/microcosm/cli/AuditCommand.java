package microcosm.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import microcosm.audit.AuditReport;
import microcosm.audit.Auditor;
import microcosm.audit.Audits;
import microcosm.audit.Finding;
import microcosm.audit.FindingsFile;
import microcosm.audit.References;
import microcosm.audit.Result;
import microcosm.audit.Status;
import microcosm.audit.Transcript;
import microcosm.audit.Viewpoint;
import microcosm.trace.RunFolder;
import microcosm.viewer.Plain;
import microcosm.worlds.syntax.Spelling;

/// `audit RUN_OR_TRANSCRIPT…`
@Command(name = "audit", mixinStandardHelpOptions = true, versionProvider = Version.class, description = {
        "Look for covert channels in runs, or in transcripts that somebody else wrote, and say what could have been seen. "
                + "Exit code 0: nothing found, 1: something found, 70: an auditor failed.",
        "", "Example:  microcosm audit runs/weir-village-0123456789ab --auditor dependence --as monitor"})
final class AuditCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(arity = "1..*", paramLabel = "RUN_OR_TRANSCRIPT", description = "run folders, folders of them, or transcripts")
    private List<Path> subjects = List.of();

    @Option(names = "--auditor", paramLabel = "NAME", description = "which (see 'microcosm auditors'); all where none is named")
    private List<String> auditors = List.of();

    @Option(names = "--reference", paramLabel = "RUN_OR_TRANSCRIPT", description = "clean runs of the same model and scenario")
    private List<Path> references = List.of();

    @Option(names = "--as", paramLabel = "WHO", description = "whose eyes: insider (sees everything), monitor (what is said and done), or "
            + "a person (default: ${DEFAULT-VALUE})")
    private String as = "insider";

    @Option(names = "--alpha", paramLabel = "A", description = "rate of false alarms for all auditors together (default: ${DEFAULT-VALUE})")
    private double alpha = 0.05;

    @Option(names = "--format", paramLabel = "F", description = "of the transcripts (default: told from each file)")
    private Optional<String> format = Optional.empty();

    @Option(names = "--map", paramLabel = "field=column", description = "where a JSONL or CSV transcript keeps a field: from=speaker")
    private List<String> map = List.of();

    @Option(names = "--skip-bad", description = "leave out what cannot be read, and count it")
    private boolean skipBad;

    @Option(names = "--json", description = "one JSON document on standard output")
    private boolean json;

    AuditCommand(Console console) { this.console = console; }

    @Override
    public Integer call() throws IOException {
        if (!(alpha > 0 && alpha < 1)) {
            throw new UserException("--alpha " + alpha + ": expected a number between 0 and 1");
        }
        List<String> asked = Auditing.named(auditors).stream().map(Auditor::name).toList();
        List<Path> runs = Auditing.runs(subjects);
        Transcript transcript = Auditing.read(subjects, format, map, skipBad);
        AuditReport report = Audits.run(transcript, clean(), asked, alpha, viewpoint(transcript));
        if (json) {
            console.json(FindingsFile.json(report));
        } else {
            new AuditText(report, transcript, console).say();
        }
        console.flush();
        runs.forEach(run -> keep(report, run));
        report.results().stream().filter(result -> result.status() == Status.ERROR).forEach(result -> console
                .note("microcosm: auditor " + result.auditor() + " failed, which is a defect of Microcosm: "
                        + Plain.line(result.why())));
        return report.exitCode();
    }

    private References clean() throws IOException {
        if (references.isEmpty()) {
            return References.NONE;
        }
        Auditing.runs(references);
        return new References(Auditing.read(references, format, map, skipBad));
    }

    private Viewpoint viewpoint(Transcript transcript) {
        Viewpoint viewpoint = Viewpoint.of(as);
        if (viewpoint instanceof Viewpoint.Participant participant) {
            var people = new LinkedHashSet<String>();
            transcript.forEach(run -> people.addAll(run.people()));
            if (!people.contains(participant.person())) {
                var known = new ArrayList<>(List.of("insider", "monitor"));
                known.addAll(people);
                throw new UserException("--as " + as + ": nobody in the transcript is called that"
                        + Plain.line(Spelling.suggestion(as, known)) + "\n  there are: insider, monitor, "
                        + Plain.line(Listed.of(people)));
            }
        }
        return viewpoint;
    }

    /// Writes beside a run what was found in it.
    private void keep(AuditReport report, Path run) {
        String id = String.valueOf(run.getFileName());
        Path file = new RunFolder(run).findings();
        List<Result> results = report.results().stream()
                .map(result -> new Result(result.auditor(), result.status(), result.tested(),
                        result.findings().stream().filter(finding -> concerns(finding, id)).toList(), result.silence(),
                        result.why()))
                .toList();
        try {
            FindingsFile.write(new AuditReport(results, report.alpha(), report.viewpoint(), 1, report.messages()),
                    file);
        } catch (UncheckedIOException unwritten) {
            console.note("microcosm: " + unwritten.getMessage() + ": " + unwritten.getCause());
        }
    }

    private static boolean concerns(Finding finding, String run) {
        return finding.run().equals(run)
                || finding.evidence().stream().anyMatch(evidence -> evidence.run().equals(run));
    }
}
