package microcosm.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/// A trace of Langfuse with its observations, a session of such traces, or single observations.
final class LangfuseShape implements Shape {
    @Override
    public String name() { return "langfuse"; }

    @Override
    public boolean recognises(JsonNode item) {
        return item.has("observations") || (item.has("trace") && item.path("trace").has("observations"))
                || item.has("traces") || (item.has("traceId") && item.has("type") && item.has("startTime"));
    }

    @Override
    public void read(JsonNode item, String file, long line, Intake intake) {
        for (JsonNode trace : item.path("traces")) {
            read(trace, file, line, intake);
        }
        JsonNode trace = item.has("trace") && item.path("trace").isObject() ? item.path("trace") : item;
        String session = Json.text(trace, "sessionId", "traceId", "id");
        List<JsonNode> observations = new ArrayList<>();
        Json.first(item, "observations", "trace.observations").forEach(observations::add);
        if (item.has("traceId") && item.has("type")) {
            observations.add(item);
        }
        observations.sort(Comparator.comparingDouble(one -> Json.time(one.path("startTime")).orElse(0)));
        for (JsonNode observation : observations) {
            observation(observation, session.isEmpty() ? file : session, Json.text(trace, "name"), intake);
        }
        item.path("scores").forEach(score -> intake.keep("langfuse score " + Json.text(score, "name")));
    }

    private static void observation(JsonNode one, String run, String scenario, Intake intake) {
        String name = Json.text(one, "metadata.agent", "name");
        var chat = new Chat(run, scenario, name.isEmpty() ? "assistant" : name);
        switch (Json.text(one, "type")) {
            case "GENERATION", "AGENT" -> {
                JsonNode input = Chat.parsed(one.path("input"));
                messages(input.has("messages") ? input.path("messages") : input, "user", chat, one, intake);
                JsonNode output = Chat.parsed(one.path("output"));
                messages(output.has("messages") ? output.path("messages") : output, "assistant", chat, one, intake);
            }
            case "TOOL" -> {
                ObjectNode message = Json.MAPPER.createObjectNode().put("role", "assistant");
                ObjectNode call = message.putArray("tool_calls").addObject();
                call.put("name", name);
                call.set("arguments", one.path("input"));
                chat.add(message, intake);
            }
            default -> intake.keep("langfuse observation " + Json.text(one, "type"));
        }
    }

    private static void messages(JsonNode content, String role, Chat chat, JsonNode one, Intake intake) {
        List<JsonNode> messages = new ArrayList<>();
        if (content.isArray() && content.path(0).isObject()) {
            content.forEach(messages::add);
        } else if (content.isObject() && (content.has("role") || content.has("content"))) {
            messages.add(content);
        } else if (!Json.text(content).isEmpty()) {
            messages.add(Json.MAPPER.createObjectNode().put("role", role).put("content", Json.text(content)));
        }
        for (JsonNode message : messages) {
            if (message.isObject() && intake.isNew(chat.run(), message)) {
                ObjectNode timed = message.deepCopy();
                if (!timed.has("role")) {
                    timed.put("role", role);
                }
                timed.set("timestamp", one.path("startTime"));
                chat.add(timed, intake);
            }
        }
    }
}
