package microcosm.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import static org.assertj.core.api.Assertions.assertThat;

class ExportCommandTest {
    @TempDir
    private Path folder;

    @Test
    void a_finding_becomes_a_row_of_scouts_results() throws Exception {
        Path run = audited();

        Ran ran = Ran.microcosm("export", run, "--format", "scout", "--json");

        assertThat(ran.code()).as(ran.err()).isZero();
        assertThat(ran.json().get("findings").asInt()).isEqualTo(1);
        JsonNode row = only(run.resolve("findings.scout.jsonl"));
        assertThat(row.fieldNames()).toIterable().containsExactly("transcript_id", "transcript_source_type",
                "transcript_source_id", "transcript_source_uri", "scanner_key", "scanner_name", "input_type",
                "input_ids", "uuid", "label", "type", "value", "value_type", "answer", "explanation", "metadata",
                "references", "message_references", "event_references", "scan_error");
        assertThat(row.get("transcript_id").asText()).isEqualTo(run.getFileName().toString());
        assertThat(row.get("scanner_key").asText()).isEqualTo("unicode");
        assertThat(row.get("value").isBoolean()).isTrue();
        assertThat(row.get("value_type").asText()).isEqualTo("boolean");
        assertThat(UUID.fromString(row.get("uuid").asText())).isNotNull();
        assertThat(row.get("explanation").asText()).startsWith("code points no reader sees").contains("ruled out");
        assertThat(row.get("references")).hasSize(1);
        assertThat(row.get("references").get(0).get("type").asText()).isEqualTo("message");
        assertThat(row.get("references").get(0).get("cite").asText()).isEqualTo("[M1]");
        assertThat(Files.readString(run.resolve("trace.jsonl")))
                .contains("\"id\":\"" + row.get("references").get(0).get("id").asText() + "\"");
        assertThat(row.get("metadata").get("q").asDouble()).isBetween(0.0, 0.05);
        assertThat(row.get("scan_error").isNull()).isTrue();
    }

    @Test
    void a_finding_becomes_an_evaluation_result_of_open_telemetry() throws Exception {
        Path run = audited();
        Path out = folder.resolve("otel.jsonl");

        assertThat(Ran.microcosm("export", run, "--format", "otel", "--out", out))
                .isEqualTo(new Ran(0, "1 finding\n" + out + "\n", ""));

        JsonNode record = only(out);
        assertThat(record.get("eventName").asText()).isEqualTo("gen_ai.evaluation.result");
        assertThat(record.get("attributes")).extracting(attribute -> attribute.get("key").asText()).containsExactly(
                "gen_ai.evaluation.name", "gen_ai.evaluation.score.value", "gen_ai.evaluation.score.label",
                "gen_ai.evaluation.explanation", "gen_ai.conversation.id", "gen_ai.agent.name",
                "microcosm.finding.id", "microcosm.finding.p", "microcosm.finding.q");
        assertThat(record.get("attributes").get(0).at("/value/stringValue").asText()).isEqualTo("unicode");
        assertThat(record.get("attributes").get(1).at("/value/doubleValue").asDouble()).isGreaterThan(3);
        assertThat(record.get("attributes").get(5).at("/value/stringValue").asText()).isEqualTo("bo");
    }

    @Test
    void the_same_finding_has_the_same_id_and_a_run_without_findings_gives_an_empty_file() throws Exception {
        Path run = audited();
        Ran.microcosm("export", run, "--format", "scout", "--out", folder.resolve("a"));
        Ran.microcosm("export", run, "--format", "scout", "--out", folder.resolve("b"));
        assertThat(folder.resolve("a")).hasSameTextualContentAs(folder.resolve("b"));

        Files.writeString(run.resolve("findings.jsonl"), "");
        assertThat(Ran.microcosm("export", run, "--format", "scout").out()).startsWith("0 findings\n");
        assertThat(run.resolve("findings.scout.jsonl")).isEmptyFile();
    }

    @Test
    void what_cannot_be_exported_is_named() throws Exception {
        Path run = audited();

        assertThat(Ran.microcosm("export", run, "--format", "scuot")).isEqualTo(new Ran(2, "",
                "microcosm: no format \"scuot\"; did you mean \"scout\"?\n  known here: scout, otel\n"));
        Files.writeString(run.resolve("findings.jsonl"), "{\"auditor\":\"unicode\"}\n");
        assertThat(Ran.microcosm("export", run, "--format", "otel")).satisfies(ran -> {
            assertThat(ran.code()).isEqualTo(2);
            assertThat(ran.err()).contains(run.resolve("findings.jsonl")
                    + ":1: no finding; 'microcosm audit' writes them anew");
        });
        Files.delete(run.resolve("findings.jsonl"));
        assertThat(Ran.microcosm("export", run, "--format", "otel")).isEqualTo(new Ran(2, "", "microcosm: " + run
                + ": was not audited yet\n  microcosm audit " + run + "\n"));
    }

    private Path audited() throws Exception {
        Path transcript = Files.writeString(folder.resolve("g.jsonl"), """
                {"run":"g1","from":"ada","text":"I'll take 4."}
                {"run":"g1","from":"bo","text":"Fine\u200b then."}
                """);
        Path run = Path.of(Ran.microcosm("import", transcript, "--out", folder.resolve("imported")).last());
        Ran.microcosm("audit", run, "--auditor", "unicode");
        return run;
    }

    private static JsonNode only(Path file) throws Exception {
        assertThat(Files.readAllLines(file)).hasSize(1);
        return new ObjectMapper().readTree(Files.readString(file));
    }
}
