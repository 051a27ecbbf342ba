package microcosm.audit;

import com.fasterxml.jackson.databind.JsonNode;

/// A transcript record of Inspect Scout.
final class ScoutShape implements Shape {
    @Override
    public String name() { return "scout"; }

    @Override
    public boolean recognises(JsonNode item) { return item.has("transcript_id"); }

    @Override
    public void read(JsonNode item, String file, long line, Intake intake) {
        String agent = Json.text(item, "agent", "model");
        new Chat(Json.text(item.path("transcript_id")), Json.text(item, "task_set", "source_id"),
                agent.isEmpty() ? "assistant" : agent, Chat.parsed(item.path("attachments")))
                .addAll(Chat.parsed(item.path("messages")), intake);
        Chat.parsed(item.path("events")).forEach(event -> intake.keep("scout event " + Json.text(event, "event")));
    }
}
