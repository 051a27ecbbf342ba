package microcosm.audit;

import com.fasterxml.jackson.databind.JsonNode;

/// A sample of an Inspect log.
final class InspectShape implements Shape {
    @Override
    public String name() { return "inspect"; }

    @Override
    public boolean recognises(JsonNode item) {
        return (item.has("messages") && item.has("epoch")) || item.has("_head")
                || (item.has("eval") && item.has("samples"))
                || (item.has("eval") && item.has("status"));
    }

    @Override
    public void read(JsonNode item, String file, long line, Intake intake) {
        if (!item.has("messages")) {
            intake.keep("inspect: log without samples");
            return;
        }
        String task = Json.text(item, "_head.eval.task", "task");
        String run = (task.isEmpty() ? "" : task + "/") + Json.text(item.path("id")) + "/"
                + item.path("epoch").asInt(1);
        new Chat(run, task, "assistant", item.path("attachments")).addAll(item.path("messages"), intake);
        item.path("events").forEach(event -> intake.keep("inspect event " + Json.text(event, "event")));
        for (var score : item.path("scores").properties()) {
            intake.keep("inspect score " + score.getKey());
        }
    }
}
