package microcosm.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// One document of each format: what of it has no place in a transcript is counted, and with anything in it replaced by something else it
/// is read, or refused, and never breaks the reader.
class HostileTranscriptsTest {
    private static final ObjectMapper MAPPER = new ObjectMapper()
            .configure(com.fasterxml.jackson.core.JsonGenerator.Feature.ESCAPE_NON_ASCII, true);
    private static final Map<String, String> DOCUMENTS = new LinkedHashMap<>();
    static {
        DOCUMENTS.put("inspect",
                "{'version':2,'status':'success','eval':{'task':'t'},'samples':[{'id':1,'epoch':1,'messages':[{'id':'a','role':'user','content':'Hi'},{'role':'assistant','content':[{'type':'reasoning','reasoning':'hm'},{'type':'image','image':'x'},{'type':'text','text':'attachment://k'}],'tool_calls':[{'id':'c','function':'f','arguments':{'q':'fish'}}]}],'attachments':{'k':'Yo'},'scores':{'acc':{'value':1}},'events':[{'event':'model'}]}]}");
        DOCUMENTS.put("scout",
                "{'transcript_id':'t','model':'m','source_id':'s','messages':[{'role':'user','content':'Hi'},{'role':'tool','content':'Yo','function':'f'}],'events':[{'event':'tool'}]}");
        DOCUMENTS.put("petri",
                "{'metadata':{'transcript_id':'p','auditor_model':'a','target_model':'b','judge_output':{'scores':{'x':3}}},'events':[{'type':'transcript_event','edit':{'operation':'add','message':{'id':'1','role':'user','content':'A'}}},{'type':'transcript_event','edit':{'operation':'rollback','count':1}},{'type':'transcript_event','edit':{'operation':'reset','new_messages':[{'role':'user','content':'Hi'},{'role':'assistant','content':'Yo'}]}},{'type':'info_event','info':'x'}]}");
        DOCUMENTS.put("docent",
                "{'id':'r','name':'n','transcripts':[{'id':'x','name':'ada','messages':[{'role':'assistant','content':'Hi'}]},{'id':'y','name':'bo','messages':[{'role':'assistant','content':'Yo','tool_calls':[{'id':'1','function':'f','arguments':{'q':1}}]}]}],'transcript_groups':[{'id':'g'}],'metadata':{'scenario':'s'}}");
        DOCUMENTS.put("concordia",
                "{'content_store':{'0f':'Yo'},'entries':[{'step':1,'timestamp':'','entity_name':'Alice','component_name':'entity_action','entry_type':'entity','summary':'s','deduplicated_data':{'key':'Entity [Alice]','value':{'__act__':{'Prompt':'p','Value':'Hi'},'__observation__':{'Key':'k','Value':'v'}}}},{'step':2,'entity_name':'Bob','component_name':'entity_action','entry_type':'entity','deduplicated_data':{'key':'Entity [Bob]','value':{'__act__':{'Value':{'_ref':'0f'}}}}}],'entity_memories':{'Alice':['m']},'game_master_memories':['g']}");
        DOCUMENTS.put("otel",
                "{'resourceSpans':[{'scopeSpans':[{'spans':[{'traceId':'x','spanId':'1','name':'chat','startTimeUnixNano':'1700000000000000000','attributes':[{'key':'gen_ai.agent.name','value':{'stringValue':'ada'}},{'key':'gen_ai.input.messages','value':{'stringValue':'[{\\\"role\\\":\\\"user\\\",\\\"parts\\\":[{\\\"type\\\":\\\"text\\\",\\\"content\\\":\\\"Hi\\\"}]}]'}},{'key':'gen_ai.output.messages','value':{'stringValue':'[{\\\"role\\\":\\\"assistant\\\",\\\"parts\\\":[{\\\"type\\\":\\\"text\\\",\\\"content\\\":\\\"Yo\\\"}]}]'}}]},{'traceId':'x','spanId':'2','name':'embed x','startTimeUnixNano':'1700000001000000000','attributes':[]}]}]}]}");
        DOCUMENTS.put("openinference",
                "{'name':'llm','context':{'trace_id':'x','span_id':'y'},'start_time':'2026-01-01T00:00:00Z','attributes':{'openinference.span.kind':'LLM','llm.model_name':'m','llm.input_messages.0.message.role':'user','llm.input_messages.0.message.content':'Hi','llm.output_messages.0.message.role':'assistant','llm.output_messages.0.message.contents.0.message_content.text':'Yo','llm.output_messages.0.message.tool_calls.0.tool_call.function.name':'f','llm.output_messages.0.message.tool_calls.0.tool_call.function.arguments':'{}'}}");
        DOCUMENTS.put("langfuse",
                "{'id':'t','name':'n','observations':[{'type':'GENERATION','name':'ada','startTime':'2026-01-01T00:00:00Z','input':[{'role':'user','content':'Hi'}],'output':'Yo'},{'type':'SPAN','name':'s'}],'scores':[{'name':'good','value':1}]}");
        DOCUMENTS.put("casino",
                "{'dialogue_id':1,'chat_logs':[{'text':'Hi','id':'a','task_data':{}},{'text':'Yo','id':'b','task_data':{}},{'text':'Submit-Deal','id':'b','task_data':{'issue2youget':{'Food':'2'}}}],'annotations':[['Hi','small-talk']],'participant_info':{'a':{}}}");
        DOCUMENTS.put("diplomacy",
                "{'messages':['Hi','Yo'],'sender_labels':[true,false],'receiver_labels':[true,'NOANNOTATION'],'speakers':['italy','germany'],'receivers':['germany','italy'],'players':['italy','germany'],'game_id':1,'seasons':['Spring','Spring']}");
        DOCUMENTS.put("json",
                "{'run':'g','step':1,'from':'a','to':['b'],'text':'Hi','private':'hm','action':{'price':4},'state':{'cost':7},'time':'2026-01-01T00:00:00Z'}");
        DOCUMENTS.put("jsonl", DOCUMENTS.get("json"));
    }

    private static final List<String> OTHERS = List.of("null", "0", "1e400", "\"x\"", "\"\\ud800\"", "[]", "{}", "[{}]",
            "[[[]]]", "{\"_ref\":\"0f\"}", "true");

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"inspect, inspect event model, inspect score acc, content of type image", "scout, scout event tool, , ",
            "petri, petri event info_event, petri judgement, ", "docent, docent transcript group, , ",
            "concordia, concordia component __observation__, concordia memories of an entity, ",
            "otel, span embed, , ", "langfuse, langfuse observation SPAN, langfuse score good, ",
            "casino, casino annotation, casino participant, "})
    void what_cannot_be_mapped_is_counted(String format, String first, String second, String third)
            throws IOException {
        Transcript transcript = read(format, document(format).toString());

        List<String> said = said(transcript);
        assertThat(said).startsWith("Hi", "Yo");
        for (String kept : new String[]{first, second, third}) {
            if (kept != null) {
                assertThat(transcript.kept()).containsEntry(kept, 1L);
            }
        }
    }

    @Test
    void labels_of_lies_and_deals_are_states_and_actions() throws IOException {
        List<Message> lies = new ArrayList<>();
        read("diplomacy", document("diplomacy").toString()).forEach(run -> lies.addAll(run.messages()));
        assertThat(lies).extracting(message -> message.state().get("truthful")).containsExactly("true", "false");
        assertThat(lies.getFirst().to()).containsExactly("germany");

        List<Message> deals = new ArrayList<>();
        read("casino", document("casino").toString()).forEach(run -> deals.addAll(run.messages()));
        assertThat(deals.getLast().text()).isEmpty();
        assertThat(deals.getLast().action()).containsEntry("does", "Submit-Deal").containsEntry("issue2youget.Food",
                "2");
    }

    @ParameterizedTest
    @CsvSource({"inspect", "scout", "petri", "docent", "concordia", "otel", "openinference", "langfuse", "casino",
            "diplomacy", "json", "jsonl"})
    void anything_may_be_replaced_by_anything(String format) throws IOException {
        int places = places(document(format));
        assertThat(places).isGreaterThan(8);
        for (int place = 0; place < places; place++) {
            for (int other = place % 3; other < OTHERS.size(); other += 3) {
                JsonNode changed = replaced(document(format), new int[]{place}, OTHERS.get(other));
                Path file = Files.writeString(folder.resolve("t.json"), MAPPER.writeValueAsString(changed));
                Transcript transcript = Importers.read(List.of(file), Optional.of(format), new LinkedHashMap<>(), true);
                transcript.forEach(run -> assertThat(run.messages()).allSatisfy(message -> {
                    assertThat(message.from()).isNotNull();
                    assertThat(message.step()).isNotNegative();
                }));
            }
        }
    }

    @Test
    void references_in_a_circle_and_depths_without_end_are_no_trap() throws IOException {
        assertThat(said(read("concordia",
                "{\"content_store\":{\"a\":{\"_ref\":\"b\"},\"b\":{\"_ref\":\"a\"}},\"entries\":[{\"step\":1,\"entity_name\":\"A\",\"deduplicated_data\":{\"value\":{\"__act__\":{\"Value\":{\"_ref\":\"a\"}}}}}]}")))
                .isEmpty();
        Path deep = Files.writeString(folder.resolve("deep.json"), "[".repeat(100_000));
        assertThatThrownBy(() -> Importers.read(List.of(deep), Optional.of("json"), new LinkedHashMap<>(), false))
                .isInstanceOf(ImportException.class).hasMessageContaining("deep.json:1: not JSON: ");
    }

    @Test
    void an_archive_that_is_none_or_lies_about_itself_is_refused_with_its_name() throws IOException {
        Path none = Files.writeString(folder.resolve("none.eval"), "PK not an archive");
        assertThatThrownBy(() -> Importers.read(List.of(none), Optional.empty(), new LinkedHashMap<>(), false))
                .isInstanceOf(ImportException.class)
                .hasMessageContaining("none.eval:1: not a readable .eval archive");
        Path odd = folder.resolve("odd.eval");
        try (var zip = new ZipOutputStream(Files.newOutputStream(odd))) {
            for (String name : List.of("samples/1_epoch_1.json", "../samples/2_epoch_1.json", "header.json")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write((name.contains("1_") ? "{\"id\":1" : "{}").getBytes(StandardCharsets.UTF_8));
            }
        }
        Transcript left = Importers.read(List.of(odd), Optional.empty(), new LinkedHashMap<>(), true);
        assertThat(left.messages()).isZero();
        assertThat(left.kept()).containsEntry("left out: bad", 1L)
                .containsEntry("inspect member ../samples/2_epoch_1.json", 1L);
        assertThat(folder.resolve("samples")).doesNotExist();
    }

    private static JsonNode document(String format) throws IOException {
        return MAPPER.readTree(DOCUMENTS.get(format).replace('\'', '"'));
    }

    private static int places(JsonNode node) {
        int places = 1;
        for (JsonNode inner : node) {
            places += places(inner);
        }
        return places;
    }

    /// The document with its n-th value, counted from the outside in, replaced.
    private static JsonNode replaced(JsonNode node, int[] left, String other) throws IOException {
        if (left[0]-- == 0) {
            return MAPPER.readTree(other);
        }
        if (node instanceof ObjectNode object) {
            for (var field : List.copyOf(object.properties())) {
                object.set(field.getKey(), replaced(field.getValue(), left, other));
            }
        } else if (node instanceof ArrayNode array) {
            for (int at = 0; at < array.size(); at++) {
                array.set(at, replaced(array.get(at), left, other));
            }
        }
        return node;
    }

    private Transcript read(String format, String text) throws IOException {
        Path file = Files.writeString(folder.resolve(format + ".json"), text);
        return Importers.read(List.of(file), Optional.of(format), new LinkedHashMap<>(), false);
    }

    private static List<String> said(Transcript transcript) {
        List<String> said = new ArrayList<>();
        transcript.forEach(run -> run.messages().forEach(message -> said.add(message.text())));
        return said;
    }
}
