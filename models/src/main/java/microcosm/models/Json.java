package microcosm.models;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// This room's reading and writing of JSON.
final class Json {
    /// Buffers are shared: those that Jackson keeps for each thread would be made anew for each call, which has its own.
    static final ObjectMapper MAPPER = JsonMapper
            .builder(JsonFactory.builder().recyclerPool(JsonRecyclerPools.sharedConcurrentDequePool()).build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private Json() {}

    static ObjectNode object() { return MAPPER.createObjectNode(); }

    /// The fields of an object, one after another.
    @FunctionalInterface
    interface Writing {
        void write(JsonGenerator json) throws IOException;
    }

    /// For what is written once for every call: no tree is made of it.
    static String text(Writing fields) {
        var text = new StringWriter();
        try (JsonGenerator json = MAPPER.createGenerator(text)) {
            json.writeStartObject();
            fields.write(json);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("writing a string cannot fail", e);
        }
        return text.toString();
    }

    /// @return a reply as it is kept in journals and caches
    static String of(Reply reply) {
        return text(json -> {
            json.writeStringField("text", reply.text());
            json.writeStringField("finish", reply.finish().name());
            json.writeNumberField("in", reply.usage().in());
            json.writeNumberField("out", reply.usage().out());
            if (reply.reasoning()) {
                json.writeBooleanField("reasoning", true);
            }
            if (reply.tools()) {
                json.writeBooleanField("tools", true);
            }
            if (!reply.version().isEmpty()) {
                json.writeStringField("version", reply.version());
            }
        });
    }

    /// @throws ModelException if it is not what [#of] wrote
    static Reply reply(String json) {
        try {
            var node = MAPPER.readTree(json);
            return new Reply(node.required("text").textValue(),
                    Reply.Finish.valueOf(node.required("finish").textValue()), node.path("reasoning").asBoolean(),
                    node.path("tools").asBoolean(),
                    new Usage(node.required("in").longValue(), node.required("out").longValue()),
                    node.path("version").asText(""));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new ModelException("a recorded reply is damaged: " + e.getMessage(), false, e);
        }
    }
}
