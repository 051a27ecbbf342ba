package microcosm.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;

import com.fasterxml.jackson.databind.JsonNode;

/// What strict structured output asks of a schema.
final class Schemas {
    private Schemas() {}

    /// Whether every object forbids other fields and requires its own. Strict mode refuses any other schema, and to make
    /// one strict would change which replies it allows.
    static boolean strict(String schema) {
        try {
            return strict(Json.MAPPER.readTree(schema));
        } catch (IOException e) {
            throw new UncheckedIOException("not JSON: " + schema, e);
        }
    }

    private static boolean strict(JsonNode node) {
        if (node.path("type").asText("").equals("object")) {
            var required = new HashSet<String>();
            node.path("required").forEach(name -> required.add(name.asText()));
            var fields = new HashSet<String>();
            node.path("properties").fieldNames().forEachRemaining(fields::add);
            if (!required.equals(fields) || node.path("additionalProperties").asBoolean(true)) {
                return false;
            }
        }
        for (var child : node) {
            if (!strict(child)) {
                return false;
            }
        }
        return true;
    }
}
