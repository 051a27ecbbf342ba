package microcosm.audit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SequencedMap;

import com.fasterxml.jackson.databind.JsonNode;

/// A dialogue of "It Takes Two to Lie": parallel lists of messages, speakers, receivers and labels.
///
/// Source: Peskov et al. 2020, Proceedings of ACL, p. 3811.
final class DiplomacyShape implements Shape {
    @Override
    public String name() { return "diplomacy"; }

    @Override
    public boolean recognises(JsonNode item) { return item.has("messages") && item.has("sender_labels"); }

    @Override
    public void read(JsonNode item, String file, long line, Intake intake) {
        String run = "diplomacy/" + Json.text(item.path("game_id")) + "/" + Json.text(item.path("players").path(0))
                + "-"
                + Json.text(item.path("players").path(1));
        JsonNode messages = item.path("messages");
        for (int at = 0; at < messages.size(); at++) {
            String from = Json.text(item.path("speakers").path(at));
            String to = Json.text(item.path("receivers").path(at));
            if (from.isEmpty() || to.isEmpty()) {
                intake.bad(file, line, "message " + (at + 1) + " of " + run + " has no speaker or no receiver");
                continue;
            }
            SequencedMap<String, String> state = new LinkedHashMap<>();
            String truthful = Json.text(item.path("sender_labels").path(at));
            if (!truthful.isEmpty()) {
                state.put("truthful", truthful);
            }
            SequencedMap<String, String> rest = new LinkedHashMap<>();
            for (String list : List.of("receiver_labels", "seasons", "years", "game_score", "absolute_message_index")) {
                String value = Json.text(item.path(list).path(at));
                if (!value.isEmpty()) {
                    rest.put(list, value);
                }
            }
            intake.add(run, "diplomacy", new Message(run + "/" + (at + 1), at + 1, from, List.of(to),
                    Json.text(messages.path(at)), "", new LinkedHashMap<>(), state, OptionalDouble.empty(), rest));
        }
    }
}
