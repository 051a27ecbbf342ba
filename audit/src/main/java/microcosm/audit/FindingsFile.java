package microcosm.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import microcosm.trace.Explanation;

/// Findings and reports as JSON: what `audit --json` prints, and `findings.jsonl`.
public final class FindingsFile {
    private FindingsFile() {}

    /// The whole report: `auditors` and `findings`.
    public static String json(AuditReport report) {
        ObjectNode json = Json.MAPPER.createObjectNode();
        json.put("alpha", report.alpha()).put("as", report.viewpoint()).put("runs", report.runs()).put("messages",
                report.messages());
        ArrayNode auditors = json.putArray("auditors");
        for (Result result : report.results()) {
            ObjectNode one = auditors.addObject().put("name", result.auditor())
                    .put("status", result.status().toString()).put("tested", result.tested());
            result.silence().ifPresent(silence -> {
                if (Double.isFinite(silence.bits())) {
                    one.put("minimum_detectable", rounded(silence.bits()));
                } else {
                    one.putNull("minimum_detectable");
                }
                one.put("messages_per_unit", silence.messages()).put("how", silence.how());
            });
            if (!result.why().isEmpty()) {
                one.put("why", result.why());
            }
        }
        ArrayNode findings = json.putArray("findings");
        report.findings().forEach(finding -> findings.add(node(finding)));
        return json.toString();
    }

    /// One finding a line.
    public static void write(AuditReport report, Path file) {
        write(file, report.findings().stream().map(finding -> node(finding).toString()).toList());
    }

    private static ObjectNode node(Finding finding) {
        ObjectNode json = Json.MAPPER.createObjectNode().put("auditor", finding.auditor()).put("run", finding.run());
        finding.people().forEach(json.putArray("people")::add);
        json.put("measure", finding.measure()).put("value", rounded(finding.value())).put("unit", finding.unit())
                .put("p", finding.p()).put("q", finding.q());
        json.putObject("effect").put("value", rounded(finding.effect().value()))
                .put("low", rounded(finding.effect().low()))
                .put("high", rounded(finding.effect().high())).put("unit", finding.effect().unit());
        json.putObject("null").put("kind", finding.chance().kind()).put("draws", finding.chance().draws());
        json.put("visibility", finding.visibility().name());
        if (!finding.payload().isEmpty()) {
            json.put("payload", finding.payload());
        }
        ArrayNode evidence = json.putArray("evidence");
        finding.evidence().forEach(one -> evidence.addObject().put("run", one.run()).put("event", one.event())
                .put("start", one.start()).put("end", one.end()).put("quote", one.quote()));
        json.set("explanation", node(finding.explanation()));
        return json;
    }

    private static ObjectNode node(Explanation explanation) {
        ObjectNode json = Json.MAPPER.createObjectNode().put("value", rounded(explanation.value())).put("what",
                explanation.what());
        if (!explanation.from().isEmpty()) {
            ArrayNode from = json.putArray("from");
            explanation.from().forEach(one -> from.add(node(one)));
        }
        return json;
    }

    private static double rounded(double value) {
        return Double.isFinite(value) ? Double.parseDouble(String.format(java.util.Locale.ROOT, "%.6g", value)) : 0;
    }

    private static void write(Path file, List<String> lines) {
        try {
            Files.writeString(file, lines.isEmpty() ? "" : String.join("\n", lines) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be written", e);
        }
    }
}
