package microcosm.audit;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SequencedMap;

import com.fasterxml.jackson.databind.JsonNode;

/// One record of a generic transcript: `run`, `from`, `text`, and what may stand beside them. Other names by a mapping.
record Fields(SequencedMap<String, String> mapping) {
    private static final List<String> OURS = List.of("run", "step", "from", "to", "text", "private", "action", "state",
            "time", "scenario", "id");

    /// Whether a record has what is required, under our names or mapped ones.
    boolean fits(JsonNode item) {
        return item.isObject()
                && List.of("run", "from", "text").stream().allMatch(name -> !field(item, name).isMissingNode());
    }

    /// Adds a record, or says what is wrong with it.
    void add(JsonNode item, String file, long line, Intake intake) {
        if (!item.isObject()) {
            intake.bad(file, line, "expected an object such as {\"run\":\"g1\",\"from\":\"ada\",\"text\":\"…\"}");
            return;
        }
        for (String required : List.of("run", "from", "text")) {
            JsonNode value = field(item, required);
            if (value.isMissingNode() || value.isNull() || value.isContainerNode()) {
                intake.bad(file, line,
                        "\"" + column(required) + "\" is missing or no text; required are run, from and text");
                return;
            }
        }
        String run = Json.text(field(item, "run"));
        JsonNode step = field(item, "step");
        int next = intake.count(run) + 1;
        if (!step.isMissingNode() && !step.isNull() && !isStep(step)) {
            intake.bad(file, line, "\"" + column("step") + "\" is " + step + "; expected a whole number");
            return;
        }
        int number = isStep(step) ? (int) Double.parseDouble(step.asText()) : next;
        String id = Json.text(field(item, "id"));
        intake.add(run, Json.text(field(item, "scenario")),
                new Message(id.isEmpty() ? run + "/" + next : id, number, Json.text(field(item, "from")),
                        listeners(item),
                        Json.text(field(item, "text")), Json.text(field(item, "private")), values(item, "action"),
                        values(item, "state"), time(item), rest(item)));
    }

    private String column(String ours) { return mapping.getOrDefault(ours, ours); }

    private JsonNode field(JsonNode item, String ours) { return Json.at(item, column(ours)); }

    private static boolean isStep(JsonNode step) {
        OptionalDouble number = Message.number(step.asText(""));
        return number.isPresent() && number.getAsDouble() == Math.rint(number.getAsDouble())
                && Math.abs(number.getAsDouble()) <= Integer.MAX_VALUE;
    }

    private List<String> listeners(JsonNode item) {
        JsonNode to = field(item, "to");
        List<String> names = new ArrayList<>();
        if (to.isArray()) {
            to.forEach(name -> names.add(Json.text(name)));
        } else if (!Json.text(to).isBlank()) {
            names.addAll(List.of(Json.text(to).split("\\s*[;|]\\s*")));
        } else {
            names.add(Message.EVERYBODY);
        }
        return names;
    }

    /// An object's values, or, for columns, those mapped as `action.price` or named so.
    private SequencedMap<String, String> values(JsonNode item, String ours) {
        SequencedMap<String, String> values = new LinkedHashMap<>();
        JsonNode whole = field(item, ours);
        if (whole.isObject()) {
            values.putAll(Json.values(whole));
        } else if (!Json.text(whole).isEmpty()) {
            values.put(ours, Json.text(whole));
        }
        mapping.forEach((field, column) -> {
            String value = field.startsWith(ours + ".") ? Json.text(Json.at(item, column)) : "";
            if (!value.isEmpty()) {
                values.put(field.substring(ours.length() + 1), value);
            }
        });
        for (var field : item.properties()) {
            if (field.getKey().startsWith(ours + ".") && !Json.text(field.getValue()).isEmpty()) {
                values.put(field.getKey().substring(ours.length() + 1), Json.text(field.getValue()));
            }
        }
        return values;
    }

    private OptionalDouble time(JsonNode item) { return Json.time(field(item, "time")); }

    private SequencedMap<String, String> rest(JsonNode item) {
        SequencedMap<String, String> rest = new LinkedHashMap<>();
        for (var field : item.properties()) {
            String name = field.getKey();
            if (!OURS.contains(name) && !mapping.containsValue(name) && !name.startsWith("action.")
                    && !name.startsWith("state.")) {
                rest.put(name, Json.text(field.getValue()));
            }
        }
        return rest;
    }
}
