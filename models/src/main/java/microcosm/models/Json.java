package microcosm.models;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// This room's reading and writing of JSON.
final class Json {
    static final ObjectMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private Json() {}

    static ObjectNode object() { return MAPPER.createObjectNode(); }

    /// @return a reply as it is kept in journals and caches
    static String of(Reply reply) {
        var node = object().put("text", reply.text()).put("finish", reply.finish().name())
                .put("in", reply.usage().in()).put("out", reply.usage().out());
        if (reply.reasoning()) {
            node.put("reasoning", true);
        }
        if (reply.tools()) {
            node.put("tools", true);
        }
        if (!reply.version().isEmpty()) {
            node.put("version", reply.version());
        }
        return node.toString();
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
