package microcosm.audit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalDouble;

import com.fasterxml.jackson.databind.JsonNode;

/// A Concordia simulation log: entities and the game master act; long texts are kept once and referred to.
final class ConcordiaShape implements Shape {
    private static final int DEEPEST = 6;

    @Override
    public String name() { return "concordia"; }

    @Override
    public boolean recognises(JsonNode item) {
        return item.has("entries") && (item.has("content_store") || item.has("entity_memories"));
    }

    @Override
    public void read(JsonNode item, String file, long line, Intake intake) {
        JsonNode store = item.path("content_store");
        String run = file + (line > 1 ? "/" + line : "");
        int number = 0;
        for (JsonNode entry : item.path("entries")) {
            number++;
            JsonNode data = entry.path("deduplicated_data");
            JsonNode value = Json.first(data, "value").isObject() ? data.path("value") : data;
            String text = resolved(Json.first(value, "__act__.Value", "__act__.value", "__act__"), store);
            boolean master = Json.text(entry.path("component_name")).equals("game_master")
                    || Json.text(entry.path("entry_type")).equals("step");
            if (text.isEmpty()) {
                intake.keep("concordia entry " + Json.text(entry, "component_name"));
                continue;
            }
            String from = Json.text(entry.path("entity_name"));
            String thoughts = resolved(Json.first(value, "__act__.Chain of thought", "__act__.Summary"), store);
            intake.add(run, "", new Message(run + "/" + number, Math.max(0, entry.path("step").asInt(number)),
                    from.isEmpty() ? master ? "game master" : "unknown" : from, List.of(Message.EVERYBODY), text,
                    text.equals(thoughts) ? "" : thoughts, new LinkedHashMap<>(), new LinkedHashMap<>(),
                    entry.path("timestamp").asText("").isEmpty()
                            ? OptionalDouble.empty()
                            : Json.time(entry.path("timestamp")),
                    new LinkedHashMap<>()));
            for (var component : value.properties()) {
                if (!component.getKey().equals("__act__")) {
                    intake.keep("concordia component " + component.getKey());
                }
            }
        }
        item.path("entity_memories").forEach(_ -> intake.keep("concordia memories of an entity"));
    }

    private static String resolved(JsonNode node, JsonNode store) {
        JsonNode here = node;
        for (int depth = 0; depth < DEEPEST && here.isObject() && here.has("_ref"); depth++) {
            here = store.path(Json.text(here.path("_ref")));
        }
        return here.isContainerNode() ? "" : Json.text(here);
    }
}
