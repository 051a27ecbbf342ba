package microcosm.audit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.SequencedMap;

import com.fasterxml.jackson.databind.JsonNode;

/// Messages in the way chat models exchange them: a role, content in parts, calls of tools.
///
/// @param run id
/// @param scenario empty where unknown
/// @param agent who `assistant` is
record Chat(String run, String scenario, String agent, JsonNode attachments) {
    private static final String ATTACHED = "attachment://";

    Chat(String run, String scenario, String agent) { this(run, scenario, agent, Json.MAPPER.missingNode()); }

    void addAll(JsonNode messages, Intake intake) { messages.forEach(message -> add(message, intake)); }

    void add(JsonNode message, Intake intake) {
        if (!message.isObject()) {
            intake.keep("message that is no object");
            return;
        }
        String role = Json.text(message, "role", "type").toLowerCase(Locale.ROOT);
        JsonNode content = Json.first(message, "content", "parts", "contents", "message.content");
        var text = new StringBuilder();
        var thoughts = new StringBuilder(Json.text(Json.first(message, "reasoning_content", "thinking")));
        SequencedMap<String, String> action = new LinkedHashMap<>();
        parts(content, text, thoughts, action, intake);
        for (JsonNode call : Json.first(message, "tool_calls", "function_calls")) {
            call(call, action);
        }
        int next = intake.count(run) + 1;
        String id = Json.text(message, "id", "message_id");
        SequencedMap<String, String> rest = new LinkedHashMap<>();
        for (String kept : List.of("model", "source", "metadata", "error")) {
            if (!Json.text(Json.first(message, kept)).isEmpty()) {
                rest.put(kept, Json.text(Json.first(message, kept)));
            }
        }
        OptionalDouble time = Json.time(Json.first(message, "timestamp", "time", "created_at"));
        intake.add(run, scenario, new Message(id.isEmpty() ? run + "/" + next : id, next, speaker(role, message),
                List.of(Message.EVERYBODY), text.toString(), thoughts.toString(), action, new LinkedHashMap<>(), time,
                rest));
    }

    private String speaker(String role, JsonNode message) {
        String name = Json.text(message, "name", "agent", "agent_name");
        return switch (role) {
            case "assistant", "ai", "model", "agent" -> name.isEmpty() ? agent : name;
            case "tool", "function" ->
                "tool:" + Json.text(Json.first(message, "function", "name", "tool_name")).replace("\"", "");
            case "" -> name.isEmpty() ? "unknown" : name;
            default -> name.isEmpty() ? role : name;
        };
    }

    private void parts(JsonNode content, StringBuilder text, StringBuilder thoughts,
            SequencedMap<String, String> action,
            Intake intake) {
        if (content.isTextual()) {
            line(text, attached(content.textValue()));
        } else if (content.isArray()) {
            for (JsonNode part : content) {
                part(part, text, thoughts, action, intake);
            }
        } else if (content.isObject()) {
            part(content, text, thoughts, action, intake);
        }
    }

    private void part(JsonNode part, StringBuilder text, StringBuilder thoughts, SequencedMap<String, String> action,
            Intake intake) {
        String type = Json.text(part, "type", "message_content.type");
        switch (type) {
            case "reasoning", "thinking" ->
                line(thoughts, attached(Json.text(part, "reasoning", "content", "text", "thinking")));
            case "tool_call", "tool_use", "server_tool_call" -> call(part, action);
            case "tool_call_response", "tool_result" ->
                line(text, attached(Json.text(part, "response", "result", "content")));
            case "text", "output_text", "input_text", "" -> line(text, attached(part.isTextual()
                    ? part.textValue()
                    : Json.text(part, "text", "content", "message_content.text")));
            default -> intake.keep("content of type " + (type.length() > 40 ? type.substring(0, 40) : type));
        }
    }

    /// A call is an action: the tool's name, and its arguments.
    static void call(JsonNode call, SequencedMap<String, String> action) {
        JsonNode body = Json.first(call, "tool_call", "function");
        JsonNode from = body.isObject() ? body : call;
        String name = body.isTextual() ? body.textValue() : Json.text(from, "name", "function.name", "function");
        JsonNode arguments = parsed(Json.first(from, "arguments", "function.arguments", "args", "input"));
        action.putIfAbsent("tool", name);
        if (arguments.isObject()) {
            Json.values(arguments).forEach((key, value) -> action.putIfAbsent(name + "." + key, value));
        } else if (!Json.text(arguments).isEmpty()) {
            action.putIfAbsent(name, Json.text(arguments));
        }
    }

    /// JSON in a string is read; anything else stays.
    static JsonNode parsed(JsonNode node) {
        String text = node.isTextual() ? node.textValue().strip() : "";
        if (text.startsWith("{") || text.startsWith("[")) {
            try {
                return Json.MAPPER.readTree(text);
            } catch (com.fasterxml.jackson.core.JsonProcessingException _) {
                return node;
            }
        }
        return node;
    }

    private String attached(String text) {
        if (!text.startsWith(ATTACHED)) {
            return text;
        }
        String key = text.substring(ATTACHED.length());
        JsonNode found = attachments.isArray() && key.matches("[0-9]{1,9}")
                ? attachments.path(Integer.parseInt(key))
                : attachments.path(key);
        return found.isMissingNode() ? text : Json.text(found);
    }

    private static void line(StringBuilder text, String more) {
        if (!more.isEmpty()) {
            text.append(text.isEmpty() ? "" : "\n").append(more);
        }
    }
}
