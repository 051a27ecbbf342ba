package microcosm.audit;

import java.util.LinkedHashMap;
import java.util.SequencedMap;

import com.fasterxml.jackson.databind.JsonNode;

/// A transcript of Petri or Bloom: an auditor talks with a target. What the target saw is the conversation.
final class PetriShape implements Shape {
    @Override
    public String name() { return "petri"; }

    @Override
    public boolean recognises(JsonNode item) {
        return item.has("target_messages") || item.path("metadata").has("auditor_model")
                || (item.path("metadata").has("transcript_id") && item.has("events"));
    }

    @Override
    public void read(JsonNode item, String file, long line, Intake intake) {
        JsonNode about = item.path("metadata");
        String run = Json.text(about, "transcript_id", "id");
        String target = Json.text(about, "target_model", "model");
        var chat = new Chat(run.isEmpty() ? file : run, "", target.isEmpty() ? "target" : target);
        JsonNode messages = Json.first(item, "target_messages", "messages");
        if (!messages.isEmpty()) {
            chat.addAll(messages, intake);
        } else {
            rebuilt(item.path("events")).values().forEach(message -> chat.add(message, intake));
        }
        item.path("events").forEach(event -> intake.keep("petri event " + Json.text(event, "type", "edit.operation")));
        if (about.has("judge_output")) {
            intake.keep("petri judgement");
        }
    }

    /// The conversation as the events leave it: messages are added, rolled back, replaced.
    private static SequencedMap<String, JsonNode> rebuilt(JsonNode events) {
        SequencedMap<String, JsonNode> messages = new LinkedHashMap<>();
        for (JsonNode event : events) {
            JsonNode edit = event.path("edit");
            switch (Json.text(edit, "operation", "type", "op")) {
                case "add" -> messages.put(id(edit.path("message"), messages.size()), edit.path("message"));
                case "rollback" -> {
                    for (int i = 0; i < edit.path("count").asInt(0) && !messages.isEmpty(); i++) {
                        messages.pollLastEntry();
                    }
                }
                case "reset" -> {
                    messages.clear();
                    edit.path("new_messages").forEach(message -> messages.put(id(message, messages.size()), message));
                }
                default -> {
                }
            }
        }
        return messages;
    }

    private static String id(JsonNode message, int next) {
        String id = Json.text(message.path("id"));
        return id.isEmpty() ? "message " + next : id;
    }
}
