package microcosm.models;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

/// An object of a structured reply, read field by field. A field that is not as it was asked for makes the reply unusable, and the model is
/// told which one and why: `outcomes[0].attempt: expected a whole number`.
public final class Fields {
    private final JsonNode node;
    private final String path;

    private Fields(JsonNode node, String path) {
        this.node = node;
        this.path = path;
    }

    /// @throws UnusableReplyException if the reply is no JSON object
    public static Fields of(String reply) throws UnusableReplyException {
        try {
            return object(Json.MAPPER.readTree(reply), "");
        } catch (JsonProcessingException e) {
            throw new UnusableReplyException(Unusable.UNPARSABLE, "it is no JSON: " + e.getOriginalMessage());
        }
    }

    private static Fields object(JsonNode node, String path) throws UnusableReplyException {
        if (node == null || !node.isObject()) {
            throw unusable(path.isEmpty() ? "the reply" : path, "expected an object");
        }
        return new Fields(node, path);
    }

    /// @return its words; a number or a truth as it is written, and nothing where the field is absent or null
    public String text(String field) throws UnusableReplyException {
        JsonNode value = node.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (value.isContainerNode()) {
            throw unusable(path(field), "expected text");
        }
        return value.asText();
    }

    public int whole(String field) throws UnusableReplyException {
        JsonNode value = node.path(field);
        if (!value.canConvertToExactIntegral() || !value.canConvertToInt()) {
            throw unusable(path(field), "expected a whole number");
        }
        return value.intValue();
    }

    /// @return the objects of a list, in order; none where the field is absent
    public List<Fields> objects(String field) throws UnusableReplyException {
        JsonNode list = node.path(field);
        if (list.isMissingNode() || list.isNull()) {
            return List.of();
        }
        if (!list.isArray()) {
            throw unusable(path(field), "expected a list");
        }
        var objects = new ArrayList<Fields>();
        for (JsonNode one : list) {
            objects.add(object(one, path(field) + "[" + objects.size() + "]"));
        }
        return objects;
    }

    /// @return field → its words, in the order of the reply; what is null or empty is left out
    public SequencedMap<String, String> texts() throws UnusableReplyException {
        var texts = new LinkedHashMap<String, String>();
        for (var names = node.fieldNames(); names.hasNext();) {
            String name = names.next();
            String text = text(name);
            if (!text.isEmpty()) {
                texts.put(name, text);
            }
        }
        return Collections.unmodifiableSequencedMap(texts);
    }

    private String path(String field) { return path.isEmpty() ? field : path + "." + field; }

    private static UnusableReplyException unusable(String where, String expected) {
        return new UnusableReplyException(Unusable.UNPARSABLE, where + ": " + expected + ".");
    }
}
