package microcosm.models;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

import com.fasterxml.jackson.databind.node.ObjectNode;

/// What a structured reply is to look like. Every field of every object is required and no other is allowed, as strict structured output asks;
/// the fields come in the order in which they are given.
public sealed interface ReplySchema {
    /// @param described for the model; empty for nothing
    record Text(String described) implements ReplySchema {}

    record Whole(String described) implements ReplySchema {}

    record Decimal(String described) implements ReplySchema {}

    /// One of a closed list.
    ///
    /// @param options at least one
    record OneOf(List<String> options, String described) implements ReplySchema {
        public OneOf {
            options = List.copyOf(options);
            if (options.isEmpty()) {
                throw new IllegalArgumentException("a choice needs at least one option");
            }
        }
    }

    record Listed(ReplySchema item, String described) implements ReplySchema {}

    record Fielded(SequencedMap<String, ReplySchema> fields) implements ReplySchema {
        public Fielded {
            fields = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(fields));
        }
    }

    /// An object of one of several kinds.
    ///
    /// @param kinds at least one
    record Either(List<Fielded> kinds) implements ReplySchema {
        public Either {
            kinds = List.copyOf(kinds);
            if (kinds.isEmpty()) {
                throw new IllegalArgumentException("an object needs at least one kind");
            }
        }
    }

    /// @return JSON Schema, compact
    default String json() { return node(this).toString(); }

    private static ObjectNode node(ReplySchema schema) {
        ObjectNode node = Json.object();
        switch (schema) {
            case Text(String described) -> described(node.put("type", "string"), described);
            case Whole(String described) -> described(node.put("type", "integer"), described);
            case Decimal(String described) -> described(node.put("type", "number"), described);
            case OneOf(List<String> options, String described) -> {
                options.forEach(described(node.put("type", "string"), described).putArray("enum")::add);
            }
            case Listed(ReplySchema item, String described) -> described(node.put("type", "array"), described)
                    .set("items", node(item));
            case Fielded(SequencedMap<String, ReplySchema> fields) -> {
                ObjectNode properties = node.put("type", "object").putObject("properties");
                fields.forEach((name, field) -> properties.set(name, node(field)));
                fields.sequencedKeySet().forEach(node.putArray("required")::add);
                node.put("additionalProperties", false);
            }
            case Either(List<Fielded> kinds) -> kinds.forEach(kind -> node.withArray("anyOf").add(node(kind)));
        }
        return node;
    }

    private static ObjectNode described(ObjectNode node, String described) {
        return described.isEmpty() ? node : node.put("description", described);
    }
}
