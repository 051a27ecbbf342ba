package microcosm.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// Spans of OpenTelemetry: the GenAI conventions, those before them (OpenLLMetry), or OpenInference. Each call repeats the conversation
/// so far; only what is new in a run becomes a message.
final class SpanShape implements Shape {
    private final boolean openInference;

    SpanShape(boolean openInference) { this.openInference = openInference; }

    @Override
    public String name() { return openInference ? "openinference" : "otel"; }

    @Override
    public boolean recognises(JsonNode item) {
        List<JsonNode> spans = spans(item);
        if (spans.isEmpty()) {
            return false;
        }
        boolean inference = spans.stream().limit(50).anyMatch(span -> attributes(span).properties().stream()
                .anyMatch(field -> field.getKey().startsWith("openinference.") || field.getKey().startsWith("llm.")));
        return inference == openInference;
    }

    @Override
    public void read(JsonNode item, String file, long line, Intake intake) {
        List<JsonNode> spans = new ArrayList<>(spans(item));
        spans.sort(Comparator.comparingDouble(span -> start(span).orElse(0)));
        for (JsonNode span : spans) {
            ObjectNode attributes = attributes(span);
            String run = Json.text(attributes, "gen_ai.conversation.id", "session.id",
                    "traceloop.association.properties.session_id");
            run = run.isEmpty() ? Json.text(span, "traceId", "trace_id", "context.trace_id") : run;
            String agent = Json.text(attributes, "gen_ai.agent.name", "agent.name", "traceloop.entity.name",
                    "graph.node.id");
            String system = Json.text(attributes, "gen_ai.request.model", "llm.model_name", "gen_ai.response.model");
            var chat = new Chat(run.isEmpty() ? file : run,
                    Json.text(attributes, "gen_ai.workflow.name", "traceloop.workflow.name"),
                    agent.isEmpty() ? system.isEmpty() ? "assistant" : system : agent);
            int before = intake.count(chat.run());
            for (JsonNode message : messages(attributes)) {
                if (intake.isNew(chat.run(), message)) {
                    ObjectNode timed = message.isObject()
                            ? message.deepCopy()
                            : Json.MAPPER.createObjectNode().set("content", message);
                    start(span).ifPresent(time -> timed.put("timestamp", time));
                    chat.add(timed, intake);
                }
            }
            String tool = Json.text(attributes, "gen_ai.tool.name", "tool.name");
            if (!tool.isEmpty()) {
                tool(chat, tool, attributes, intake);
            } else if (intake.count(chat.run()) == before) {
                intake.keep("span " + Json.text(span, "name").split("[ :]")[0]);
            }
        }
    }

    private static void tool(Chat chat, String tool, ObjectNode attributes, Intake intake) {
        ObjectNode message = Json.MAPPER.createObjectNode();
        message.put("role", "assistant");
        ObjectNode call = message.putArray("tool_calls").addObject();
        call.put("name", tool);
        call.set("arguments", Json.first(attributes, "gen_ai.tool.call.arguments", "input.value", "tool.parameters"));
        if (intake.isNew(chat.run(), message)) {
            chat.add(message, intake);
        }
    }

    private static OptionalDouble start(JsonNode span) {
        return Json.time(Json.first(span, "startTimeUnixNano", "start_time_unix_nano", "start_time", "startTime"));
    }

    private static List<JsonNode> spans(JsonNode item) {
        List<JsonNode> spans = new ArrayList<>();
        for (JsonNode resource : Json.first(item, "resourceSpans", "resource_spans")) {
            for (JsonNode scope : Json.first(resource, "scopeSpans", "scope_spans", "instrumentationLibrarySpans")) {
                scope.path("spans").forEach(spans::add);
            }
        }
        item.path("spans").forEach(spans::add);
        boolean single = item.has("attributes") && (item.has("spanId") || item.has("span_id") || item.has("context"));
        if (single) {
            spans.add(item);
        }
        return spans;
    }

    /// Attributes by full name, whichever way they are written.
    private static ObjectNode attributes(JsonNode span) {
        ObjectNode flat = Json.MAPPER.createObjectNode();
        JsonNode attributes = span.path("attributes");
        if (attributes.isArray()) {
            for (JsonNode attribute : attributes) {
                JsonNode value = attribute.path("value");
                flat.set(Json.text(attribute.path("key")), value(value));
            }
        } else {
            flatten("", attributes, flat, 0);
        }
        return flat;
    }

    private static JsonNode value(JsonNode value) {
        JsonNode found = Json.first(value, "stringValue", "string_value", "intValue", "doubleValue", "boolValue");
        return found.isMissingNode() ? value : found;
    }

    private static void flatten(String prefix, JsonNode node, ObjectNode flat, int depth) {
        for (var field : node.properties()) {
            String name = prefix + field.getKey();
            boolean messages = name.endsWith("messages") || depth > 8;
            if (field.getValue().isObject() && !messages) {
                flatten(name + ".", field.getValue(), flat, depth + 1);
            } else {
                flat.set(name, field.getValue());
            }
        }
    }

    private static List<JsonNode> messages(ObjectNode attributes) {
        List<JsonNode> messages = new ArrayList<>();
        for (String name : List.of("gen_ai.system_instructions", "gen_ai.input.messages", "gen_ai.output.messages",
                "llm.input_messages", "llm.output_messages")) {
            JsonNode found = Chat.parsed(attributes.path(name));
            if (name.endsWith("instructions") && !found.isMissingNode()) {
                messages.add(Json.MAPPER.createObjectNode().put("role", "system").set("content", found));
            } else {
                found.forEach(message -> messages.add(message.has("message") ? message.path("message") : message));
            }
        }
        for (String prefix : List.of("llm.input_messages.", "gen_ai.prompt.", "llm.output_messages.",
                "gen_ai.completion.")) {
            messages.addAll(numbered(attributes, prefix));
        }
        return messages;
    }

    /// `llm.input_messages.0.message.content` and its kin, put together again.
    private static List<JsonNode> numbered(ObjectNode attributes, String prefix) {
        SequencedMap<Integer, ObjectNode> found = new TreeMap<>();
        for (var field : attributes.properties()) {
            String[] parts = field.getKey().startsWith(prefix)
                    ? field.getKey().substring(prefix.length()).split("\\.")
                    : new String[0];
            if (parts.length > 1 && parts[0].matches("[0-9]{1,6}")) {
                ObjectNode message = found.computeIfAbsent(Integer.parseInt(parts[0]),
                        _ -> Json.MAPPER.createObjectNode());
                int from = parts[1].equals("message") ? 2 : 1;
                String rest = String.join(".", List.of(parts).subList(from, parts.length));
                place(message, rest, field.getValue());
            }
        }
        if (prefix.equals("gen_ai.completion.")) {
            found.values().forEach(message -> message.put("role", "assistant"));
        }
        return new ArrayList<>(found.values());
    }

    private static void place(ObjectNode message, String name, JsonNode value) {
        if (name.matches("contents\\.\\d+\\.message_content\\.text")) {
            message.put("content", (message.path("content").asText("") + "\n" + Json.text(value)).strip());
        } else if (name.matches("tool_calls\\.\\d+\\.(tool_call\\.)?function\\.name")) {
            ArrayNode calls = message.withArray("tool_calls");
            calls.addObject().set("name", value);
        } else if (name.matches("tool_calls\\.\\d+\\.(tool_call\\.)?function\\.arguments")) {
            ArrayNode calls = message.withArray("tool_calls");
            (calls.isEmpty() ? calls.addObject() : (ObjectNode) calls.get(calls.size() - 1)).set("arguments", value);
        } else {
            message.set(name, value);
        }
    }

}
