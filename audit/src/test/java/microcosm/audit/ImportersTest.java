package microcosm.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.github.luben.zstd.Zstd;

import microcosm.testing.Seeds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ImportersTest {
    private static final String SAMPLE = """
            {"id":1,"epoch":1,"messages":[{"id":"a","role":"user","content":"Hi"},
            {"id":"b","role":"assistant","content":[{"type":"reasoning","reasoning":"think"},{"type":"text","text":"Yo"}],
            "tool_calls":[{"id":"c","function":"search","arguments":{"q":"fish"}}]}]}""";

    @TempDir
    private Path folder;

    @Test
    void a_line_of_jsonl_is_taken_field_by_field() throws IOException {
        Message message = only(read("t.jsonl", """
                {"run":"g1","step":3,"from":"ada","to":["bo"],"text":"I'll take 4.","private":"hm","action":{"price":4},"state":{"cost":7},"time":"2026-01-01T00:00:00Z","odd":1}
                """));
        assertThat(message.event()).isEqualTo("g1/1");
        assertThat(message.step()).isEqualTo(3);
        assertThat(message.to()).containsExactly("bo");
        assertThat(message.hidden()).isEqualTo("hm");
        assertThat(message.action()).containsExactly(java.util.Map.entry("price", "4"));
        assertThat(message.state()).containsExactly(java.util.Map.entry("cost", "7"));
        assertThat(message.time()).hasValue(1_767_225_600);
        assertThat(message.rest()).containsExactly(java.util.Map.entry("odd", "1"));
    }

    @Test
    void a_bad_line_is_named_and_nothing_is_imported() throws IOException {
        Path file = write("t.jsonl",
                "{\"run\":\"g\",\"from\":\"a\",\"text\":\"x\"}\n{\"run\":\"g\",\"from\":\"a\"}\nnot json\n");
        assertThatThrownBy(() -> Importers.read(List.of(file), Optional.empty(), new LinkedHashMap<>(), false))
                .isInstanceOf(ImportException.class).satisfies(thrown -> {
                    List<String> problems = ((ImportException) thrown).problems();
                    assertThat(problems).hasSize(2);
                    assertThat(problems.getFirst())
                            .isEqualTo(file + ":2: \"text\" is missing or no text; required are run, from and text");
                    assertThat(problems.getLast()).startsWith(file + ":3: not JSON: Unrecognized token 'not'");
                });
        Transcript left = Importers.read(List.of(file), Optional.empty(), new LinkedHashMap<>(), true);
        assertThat(left.messages()).isEqualTo(1);
        assertThat(left.kept()).containsEntry("left out: bad", 2L);
    }

    @Test
    void columns_of_csv_are_mapped_and_quoted_cells_kept_whole() throws IOException {
        SequencedMap<String, String> mapping = new LinkedHashMap<>();
        mapping.put("from", "speaker");
        mapping.put("action.price", "bid");
        Path file = write("t.csv", "run,speaker,text,bid\ng,ada,\"Well, \"\"yes\"\"\nor no\",5\ng,bo,No,\n");
        Transcript transcript = Importers.read(List.of(file), Optional.empty(), mapping, false);
        List<Message> messages = all(transcript);
        assertThat(messages).extracting(Message::text).containsExactly("Well, \"yes\"\nor no", "No");
        assertThat(messages.getFirst().action()).containsEntry("price", "5");
        assertThat(messages).extracting(Message::step).containsExactly(1, 2);
    }

    @Test
    void an_inspect_log_is_read_deflated_zstandard_or_plain() throws IOException {
        Path deflated = folder.resolve("a.eval");
        try (var zip = new ZipOutputStream(Files.newOutputStream(deflated))) {
            zip.putNextEntry(new ZipEntry("samples/1_epoch_1.json"));
            zip.write(SAMPLE.getBytes(StandardCharsets.UTF_8));
        }
        Path zstd = folder.resolve("b.eval");
        byte[] plain = SAMPLE.getBytes(StandardCharsets.UTF_8);
        byte[] packed = Zstd.compress(plain);
        try (var zip = new ZipArchiveOutputStream(zstd)) {
            var entry = new ZipArchiveEntry("samples/1_epoch_1.json");
            entry.setMethod(93);
            entry.setSize(plain.length);
            entry.setCompressedSize(packed.length);
            var crc = new java.util.zip.CRC32();
            crc.update(plain);
            entry.setCrc(crc.getValue());
            zip.addRawArchiveEntry(entry, new java.io.ByteArrayInputStream(packed));
        }
        Path json = write("c.json", "{\"version\":2,\"status\":\"success\",\"eval\":{},\"samples\":[" + SAMPLE + "]}");
        for (Path file : List.of(deflated, zstd, json)) {
            List<Message> messages = all(Importers.read(List.of(file), Optional.empty(), new LinkedHashMap<>(), false));
            assertThat(messages).as(file.toString()).extracting(Message::text).containsExactly("Hi", "Yo");
            assertThat(messages.getLast().hidden()).isEqualTo("think");
            assertThat(messages.getLast().action()).containsEntry("tool", "search").containsEntry("search.q", "fish");
        }
    }

    @Test
    void each_tool_s_conversations_are_recognised() throws IOException {
        assertThat(
                texts("scout.json", "{\"transcript_id\":\"t\",\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}"))
                .containsExactly("Hi");
        assertThat(texts("petri.json",
                "{\"metadata\":{\"transcript_id\":\"p\",\"auditor_model\":\"m\"},\"events\":[{\"edit\":{\"operation\":\"add\",\"message\":{\"role\":\"user\",\"content\":\"A\"}}},{\"edit\":{\"operation\":\"rollback\",\"count\":1}},{\"edit\":{\"operation\":\"add\",\"message\":{\"role\":\"user\",\"content\":\"B\"}}}]}"))
                .containsExactly("B");
        assertThat(texts("docent.jsonl",
                "{\"id\":\"r\",\"transcripts\":[{\"name\":\"ada\",\"messages\":[{\"role\":\"assistant\",\"content\":\"Hi\"}]}]}"))
                .containsExactly("Hi");
        assertThat(texts("concordia.json",
                "{\"content_store\":{\"0f\":\"A long speech\"},\"entries\":[{\"step\":1,\"entity_name\":\"Alice\",\"component_name\":\"entity_action\",\"deduplicated_data\":{\"key\":\"Entity [Alice]\",\"value\":{\"__act__\":{\"Value\":{\"_ref\":\"0f\"}}}}}]}"))
                .containsExactly("A long speech");
        assertThat(texts("otel.json",
                "{\"resourceSpans\":[{\"scopeSpans\":[{\"spans\":[{\"traceId\":\"x\",\"name\":\"chat\",\"startTimeUnixNano\":\"1700000000000000000\",\"attributes\":[{\"key\":\"gen_ai.agent.name\",\"value\":{\"stringValue\":\"ada\"}},{\"key\":\"gen_ai.output.messages\",\"value\":{\"stringValue\":\"[{\\\"role\\\":\\\"assistant\\\",\\\"parts\\\":[{\\\"type\\\":\\\"text\\\",\\\"content\\\":\\\"Hi\\\"}]}]\"}}]}]}]}]}"))
                .containsExactly("Hi");
        assertThat(texts("openinference.jsonl",
                "{\"name\":\"llm\",\"context\":{\"trace_id\":\"x\",\"span_id\":\"y\"},\"attributes\":{\"openinference.span.kind\":\"LLM\",\"llm.output_messages.0.message.role\":\"assistant\",\"llm.output_messages.0.message.content\":\"Hi\"}}"))
                .containsExactly("Hi");
        assertThat(texts("langfuse.json",
                "{\"id\":\"t\",\"observations\":[{\"type\":\"GENERATION\",\"name\":\"ada\",\"startTime\":\"2026-01-01T00:00:00Z\",\"input\":[{\"role\":\"user\",\"content\":\"Hi\"}],\"output\":\"Yo\"}]}"))
                .containsExactly("Hi", "Yo");
        assertThat(texts("array.json",
                "[{\"run\":\"g\",\"from\":\"a\",\"text\":\"one\"},{\"run\":\"g\",\"from\":\"b\",\"text\":\"two\"}]"))
                .containsExactly("one", "two");
        assertThat(texts("concatenated.json",
                "{\"run\":\"g\",\n\"from\":\"a\",\"text\":\"one\"}\n{\"run\":\"g\",\n\"from\":\"b\",\"text\":\"two\"}"))
                .containsExactly("one", "two");
    }

    @Test
    void what_does_not_fit_in_memory_comes_back_from_disk_as_it_was() {
        var small = new TranscriptWriter(2_000);
        var large = new TranscriptWriter();
        for (int i = 0; i < 200; i++) {
            var message = new Message("e" + i, i / 7, i % 2 == 0 ? "ada" : "bo", "words \ud800 " + i);
            small.add("g" + i % 3, "s", message);
            large.add("g" + i % 3, "s", message);
        }
        assertThat(all(small.transcript())).isEqualTo(all(large.transcript())).hasSize(200);
    }

    @Test
    void an_imported_run_can_be_read_again_as_a_trace() throws IOException {
        Transcript before = Importers.read(List.of(write("t.jsonl", """
                {"run":"g1","step":1,"from":"Ada Lee","to":["Bo"],"text":"Take 4.","private":"hm","action":{"price":4},"state":{"cost":7}}
                {"run":"g1","step":1,"from":"Bo","text":"No."}
                """)), Optional.empty(), new LinkedHashMap<>(), false);
        List<Path> folders = TraceExport.write(before, folder.resolve("runs"));
        List<Message> after = all(Importers.read(folders, Optional.empty(), new LinkedHashMap<>(), false));
        assertThat(after).extracting(Message::from).containsExactly("ada-lee", "bo");
        assertThat(after).extracting(Message::text).containsExactly("Take 4.", "No.");
        assertThat(after.getFirst().to()).containsExactly("bo");
        assertThat(after.getFirst().hidden()).isEqualTo("hm");
        assertThat(after.getFirst().action()).containsExactly(java.util.Map.entry("price", "4"));
        assertThat(after.getFirst().state()).containsEntry("cost", "7");
    }

    @Seeds(60)
    void damaged_files_are_refused_or_read_but_never_break_the_reader(SplittableRandom chance) throws IOException {
        byte[] bytes = ("{\"eval\":{},\"status\":\"s\",\"samples\":[" + SAMPLE + "]}").getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < 1 + chance.nextInt(8); i++) {
            bytes[chance.nextInt(bytes.length)] = (byte) chance.nextInt(256);
        }
        byte[] cut = java.util.Arrays.copyOf(bytes, 1 + chance.nextInt(bytes.length));
        Path file = folder.resolve("damaged." + List.of("json", "jsonl", "csv", "eval").get(chance.nextInt(4)));
        Files.write(file, cut);
        for (String format : Importers.formats()) {
            if (!format.equals("trace")) {
                Importers.read(List.of(file), Optional.of(format), new LinkedHashMap<>(), true);
            }
        }
    }

    private List<String> texts(String name, String content) throws IOException {
        return all(read(name, content)).stream().map(Message::text).toList();
    }

    private Transcript read(String name, String content) throws IOException {
        return Importers.read(List.of(write(name, content)), Optional.empty(), new LinkedHashMap<>(), false);
    }

    private Path write(String name, String content) throws IOException {
        return Files.writeString(folder.resolve(name), content);
    }

    private static Message only(Transcript transcript) { return all(transcript).getFirst(); }

    private static List<Message> all(Transcript transcript) {
        List<Message> messages = new ArrayList<>();
        transcript.forEach(run -> messages.addAll(run.messages()));
        return messages;
    }
}
