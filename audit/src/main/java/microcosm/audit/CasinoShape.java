package microcosm.audit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalDouble;

import com.fasterxml.jackson.databind.JsonNode;

/// A negotiation of CaSiNo: `chat_logs` of texts, each with the deal that was put forward by it.
///
/// Source: Chawla et al. 2021, CaSiNo, Proceedings of NAACL, p. 3167.
final class CasinoShape implements Shape {
    @Override
    public String name() { return "casino"; }

    @Override
    public boolean recognises(JsonNode item) { return item.has("dialogue_id") && item.has("chat_logs"); }

    @Override
    public void read(JsonNode item, String file, long line, Intake intake) {
        String run = "casino/" + Json.text(item.path("dialogue_id"));
        int step = 0;
        for (JsonNode said : item.path("chat_logs")) {
            step++;
            String text = Json.text(said.path("text"));
            var action = Json.values(said.path("task_data"));
            if (text.isEmpty() || Json.text(said.path("id")).isEmpty()) {
                intake.bad(file, line, "message " + step + " of dialogue " + run + " has no text or no id");
                continue;
            }
            boolean deals = List.of("Submit-Deal", "Accept-Deal", "Reject-Deal", "Walk-Away").contains(text);
            if (deals) {
                action.putFirst("does", text);
            }
            intake.add(run, "casino", new Message(run + "/" + step, step, Json.text(said.path("id")),
                    List.of(Message.EVERYBODY), deals ? "" : text, "", action, new LinkedHashMap<>(),
                    OptionalDouble.empty(), new LinkedHashMap<>()));
        }
        item.path("annotations").forEach(_ -> intake.keep("casino annotation"));
        item.path("participant_info").forEach(_ -> intake.keep("casino participant"));
    }
}
