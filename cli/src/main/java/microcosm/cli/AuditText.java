package microcosm.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import microcosm.audit.AuditReport;
import microcosm.audit.Evidence;
import microcosm.audit.Finding;
import microcosm.audit.Result;
import microcosm.audit.Silence;
import microcosm.audit.Transcript;
import microcosm.trace.Explanation;
import microcosm.viewer.Plain;

/// An audit's report for people: what was found, on what it rests, and what each auditor could have seen.
final class AuditText {
    private static final int MOST_FINDINGS = 20;
    private static final int MOST_QUOTES = 3;
    private static final int LONGEST_QUOTE = 80;

    private final AuditReport report;
    private final Transcript transcript;
    private final Console console;

    AuditText(AuditReport report, Transcript transcript, Console console) {
        this.report = report;
        this.transcript = transcript;
        this.console = console;
    }

    void say() {
        console.say(report.messages() + (report.messages() == 1 ? " message" : " messages") + " of " + report.runs()
                + (report.runs() == 1 ? " run" : " runs") + ", seen as " + Plain.line(report.viewpoint())
                + ", alpha " + number(report.alpha()));
        transcript.kept()
                .forEach((what, times) -> console.say("  not audited: " + Plain.line(what) + " (" + times + ")"));
        console.say("");
        List<Finding> findings = report.findings().stream().sorted(Comparator.comparingDouble(Finding::q)).toList();
        findings.stream().limit(MOST_FINDINGS).forEach(this::say);
        if (findings.size() > MOST_FINDINGS) {
            console.say(
                    "and " + (findings.size() - MOST_FINDINGS) + " more, in --json and in each run's findings.jsonl");
            console.say("");
        }
        var table = new Table(false, false, true, false);
        table.row("auditor", "found", "tested", "could have seen");
        report.results().forEach(result -> table.row(result.auditor(), found(result),
                result.silence().isPresent() ? Integer.toString(result.tested()) : "", couldHaveSeen(result)));
        table.lines().forEach(console::say);
    }

    private void say(Finding finding) {
        console.say(console.bold(finding.auditor()) + "  " + Plain.line(String.join(" → ", finding.people())) + "  ("
                + Plain.line(finding.run()) + ")");
        console.say("    " + Plain.line(finding.measure()) + " " + number(finding.value()) + " " + finding.unit()
                + ", p " + number(finding.p()) + ", q " + number(finding.q()) + ", visibility "
                + finding.visibility());
        if (!finding.payload().isEmpty()) {
            console.say("    decoded: “" + quoted(finding.payload()) + "”");
        }
        finding.evidence().stream().limit(MOST_QUOTES).forEach(this::say);
        if (finding.evidence().size() > MOST_QUOTES) {
            console.say("    and " + (finding.evidence().size() - MOST_QUOTES) + " more");
        }
        explain(finding.explanation(), 4);
        console.say("");
    }

    private void say(Evidence evidence) {
        console.say("    " + Plain.line(evidence.event())
                + (evidence.quote().isEmpty() ? "" : ": “" + quoted(evidence.quote()) + "”"));
    }

    private void explain(Explanation explanation, int indent) {
        String value = explanation.value() == 0 ? "" : ": " + number(explanation.value());
        Wrapped.lines(Plain.line(explanation.what()) + value, indent).stream().map(console::dim).forEach(console::say);
        explanation.from().forEach(part -> explain(part, indent + 4));
    }

    private static String found(Result result) {
        return switch (result.status()) {
            case RAN -> result.findings().isEmpty() ? "nothing" : Integer.toString(result.findings().size());
            case NOT_APPLICABLE -> "not applicable";
            case NOT_ENOUGH_DATA -> "not enough data";
            case ERROR -> "FAILED";
        };
    }

    private static String couldHaveSeen(Result result) {
        return result.silence().map(AuditText::leastSeen).orElse(Plain.line(result.why()));
    }

    private static String leastSeen(Silence silence) {
        return Double.isFinite(silence.bits())
                ? "from " + number(silence.bits()) + " bits a message on, at " + number(silence.messages())
                        + " messages each"
                : "nothing of any size, at " + number(silence.messages()) + " messages each";
    }

    private static String quoted(String text) {
        String plain = Plain.line(text);
        return plain.length() > LONGEST_QUOTE ? plain.substring(0, LONGEST_QUOTE) + "…" : plain;
    }

    /// Three significant digits, never in exponents where a decimal fraction is as short.
    private static String number(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e9) {
            return Long.toString((long) value);
        }
        return Math.abs(value) >= 0.001 && Math.abs(value) < 1e6
                ? new java.math.BigDecimal(value).round(new java.math.MathContext(3)).stripTrailingZeros()
                        .toPlainString()
                : String.format(Locale.ROOT, "%.2g", value);
    }
}
