package microcosm.audit;

import com.fasterxml.jackson.databind.JsonNode;

/// An agent run of Docent: one transcript per agent.
final class DocentShape implements Shape {
    @Override
    public String name() { return "docent"; }

    @Override
    public boolean recognises(JsonNode item) { return item.has("transcripts"); }

    @Override
    public void read(JsonNode item, String file, long line, Intake intake) {
        String run = Json.text(item, "id", "name");
        int number = 0;
        for (JsonNode transcript : item.path("transcripts")) {
            number++;
            String agent = Json.text(transcript, "name", "metadata.agent", "metadata.agent_name");
            new Chat(run.isEmpty() ? file + "/" + line : run, Json.text(item, "metadata.scenario", "metadata.task_id"),
                    agent.isEmpty() ? "agent " + number : agent).addAll(transcript.path("messages"), intake);
        }
        item.path("transcript_groups").forEach(_ -> intake.keep("docent transcript group"));
    }
}
