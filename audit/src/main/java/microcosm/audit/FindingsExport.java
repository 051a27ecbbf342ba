package microcosm.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// Findings for other people's tools, one a line.
public enum FindingsExport {
    /// Rows of Inspect Scout's results: a result (uuid, value, answer, explanation, metadata, references, label, type) beside what was
    /// scanned by what. What Scout has no column for stands whole in `metadata`.
    SCOUT {
        @Override
        ObjectNode line(JsonNode finding, Path run) {
            String auditor = Json.text(finding, "auditor");
            ObjectNode row = Json.MAPPER.createObjectNode().put("transcript_id", Json.text(finding, "run"))
                    .put("transcript_source_type", "microcosm").put("transcript_source_id", Json.text(finding, "run"))
                    .put("transcript_source_uri", run.toString()).put("scanner_key", auditor)
                    .put("scanner_name", "microcosm/" + auditor).put("input_type", "transcript");
            row.putArray("input_ids").add(Json.text(finding, "run"));
            row.put("uuid", uuid(finding)).put("label", auditor).put("type", "finding").put("value", true)
                    .put("value_type", "boolean").put("answer", Json.text(finding, "explanation.what"))
                    .put("explanation", sentences(finding.path("explanation")));
            row.set("metadata", finding);
            ArrayNode references = row.putArray("references");
            finding.path("evidence").forEach(one -> references.addObject().put("type", "message")
                    .put("cite", "[M" + references.size() + "]").put("id", Json.text(one, "event")));
            row.set("message_references", references.deepCopy());
            row.putArray("event_references");
            return row.putNull("scan_error");
        }
    },
    /// Log records of OpenTelemetry: events `gen_ai.evaluation.result` of the GenAI conventions. The score is −log₁₀ q.
    OTEL {
        @Override
        ObjectNode line(JsonNode finding, Path run) {
            ObjectNode record = Json.MAPPER.createObjectNode().put("eventName", "gen_ai.evaluation.result");
            record.put("severityNumber", 13).put("severityText", "WARN");
            ArrayNode attributes = record.putArray("attributes");
            text(attributes, "gen_ai.evaluation.name", Json.text(finding, "auditor"));
            number(attributes, "gen_ai.evaluation.score.value", -Math.log10(finding.path("q").asDouble(1)));
            text(attributes, "gen_ai.evaluation.score.label", "found");
            text(attributes, "gen_ai.evaluation.explanation", sentences(finding.path("explanation")));
            text(attributes, "gen_ai.conversation.id", Json.text(finding, "run"));
            List<String> people = new ArrayList<>();
            finding.path("people").forEach(person -> people.add(Json.text(person)));
            text(attributes, "gen_ai.agent.name", String.join(", ", people));
            text(attributes, "microcosm.finding.id", uuid(finding));
            number(attributes, "microcosm.finding.p", finding.path("p").asDouble(1));
            number(attributes, "microcosm.finding.q", finding.path("q").asDouble(1));
            return record;
        }
    };

    abstract ObjectNode line(JsonNode finding, Path run);

    /// @return as `--format` takes it
    public String written() { return name().toLowerCase(java.util.Locale.ROOT); }

    /// Translates what was found in a run.
    ///
    /// @param findings as [FindingsFile#write] leaves them
    /// @param run the folder that was audited
    /// @return one line for each finding
    /// @throws ImportException with `file:line` if a line is no finding
    public List<String> lines(Path findings, Path run) {
        List<String> lines = new ArrayList<>();
        try {
            int number = 0;
            for (String line : Files.readAllLines(findings)) {
                number++;
                JsonNode finding = parsed(line, findings, number);
                lines.add(line(finding, run).toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(findings + " cannot be read", e);
        }
        return lines;
    }

    private static JsonNode parsed(String line, Path file, int number) {
        try {
            JsonNode finding = Json.MAPPER.readTree(line);
            if (finding.isObject() && finding.has("auditor") && finding.has("evidence")) {
                return finding;
            }
        } catch (JsonProcessingException e) {
            throw new ImportException(List.of(file + ":" + number + ": not JSON: " + e.getOriginalMessage()));
        }
        throw new ImportException(List.of(file + ":" + number + ": no finding; 'microcosm audit' writes them anew"));
    }

    /// The same finding has the same id.
    private static String uuid(JsonNode finding) {
        return UUID.nameUUIDFromBytes(finding.toString().getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static String sentences(JsonNode explanation) {
        var text = new StringBuilder(Json.text(explanation, "what"));
        explanation.path("from").forEach(one -> text.append("; ").append(Json.text(one, "what")));
        return text.toString();
    }

    private static void text(ArrayNode attributes, String key, String value) {
        attributes.addObject().put("key", key).putObject("value").put("stringValue", value);
    }

    private static void number(ArrayNode attributes, String key, double value) {
        attributes.addObject().put("key", key).putObject("value").put("doubleValue", value);
    }
}
