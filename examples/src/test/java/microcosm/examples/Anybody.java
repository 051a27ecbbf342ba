package microcosm.examples;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import microcosm.models.Message;
import microcosm.models.Reply;
import microcosm.models.Request;

/// A model that is anybody: knows nothing but its prompt and its schema, does one of the things that can be done, with values that fit, and as
/// game master has one of the things that may come about come about. Which one follows from the request alone.
final class Anybody implements Function<Request, Reply> {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern BETWEEN = Pattern.compile("from (-?[\\d.]+) to");
    private static final Pattern SUCH_AS = Pattern.compile("such as (.*)");
    private static final Pattern ACTION = Pattern.compile("(?m)^- (\\w+)(?: \\((\\w+: .*)\\))?$");
    private static final Pattern OTHER = Pattern.compile("(?s)# The others\n+- ([^:,\n]+)");
    private static final Pattern GOODS = Pattern.compile("What there is to hold: (\\w[\\w-]*)");
    private static final Pattern WAY = Pattern.compile("You can now speak on: ([^(]+) \\(");
    private static final Pattern TRIED = Pattern.compile("(?m)^\\d+\\. .*:$");
    private static final String GREETING = "Good day to you all.";

    @Override
    public Reply apply(Request request) {
        String prompt = request.messages().stream().map(Message::text).collect(Collectors.joining("\n"));
        ObjectNode reply = (ObjectNode) filled(schema(request), request.digest());
        if (reply.has("over")) {
            reply.put("over", "no");
        }
        switch (request.purpose()) {
            case "act" -> acted(reply, prompt, request.digest());
            case "scene" -> {
                JsonNode one = schema(request).at("/properties/outcomes/items");
                long tried = TRIED.matcher(prompt.substring(prompt.indexOf("# What they do"))).results().count();
                var outcomes = reply.putArray("outcomes");
                for (int i = 1; i <= tried; i++) {
                    outcomes.add(((ObjectNode) filled(one, request.digest() + i)).put("attempt", i).put("fails", ""));
                }
            }
            case "tell" -> reply.putArray("told");
            default -> {
            }
        }
        return Reply.of(reply.toString());
    }

    private static void acted(ObjectNode reply, String prompt, String chance) {
        reply.putArray("credences");
        if (reply.has("tool")) {
            reply.put("tool", "none");
        }
        if (!reply.path("do").isTextual() || !reply.path("do").textValue().equals(GREETING)) {
            return;
        }
        int from = prompt.indexOf("What one can try:");
        List<String[]> actions = from < 0
                ? List.of()
                : ACTION.matcher(prompt.substring(from, prompt.indexOf("# How to answer"))).results()
                        .map(found -> new String[]{found.group(1), found.group(2)}).toList();
        if (!actions.isEmpty()) {
            String[] action = of(actions, chance);
            Map<String, String> values = values(action[1], prompt, chance);
            reply.put("do", prompt.contains("as calls of the actions above")
                    ? action[0] + values.entrySet().stream().map(one -> one.getKey() + ": " + one.getValue())
                            .collect(Collectors.joining(", ", "(", ")"))
                    : "I " + action[0] + " " + String.join(" ", values.values()) + ".");
        }
    }

    private static Map<String, String> values(String form, String prompt, String chance) {
        var values = new LinkedHashMap<String, String>();
        for (String parameter : form == null ? new String[0] : form.split("; ")) {
            int colon = parameter.indexOf(": ");
            values.put(parameter.substring(0, colon), value(parameter.substring(colon + 2), prompt, chance));
        }
        return values;
    }

    private static String value(String kind, String prompt, String chance) {
        if (kind.startsWith("one of ")) {
            return of(List.of(kind.substring("one of ".length()).replace(", or none", "").split(", ")), chance);
        }
        var least = BETWEEN.matcher(kind);
        if (least.find()) {
            return least.group(1);
        }
        return switch (kind.replace(", or none", "")) {
            case "somebody" -> first(OTHER, prompt, "somebody");
            case "an amount of goods" -> "1 " + first(GOODS, prompt, "grain");
            case "a way to speak" -> first(WAY, prompt, "square");
            case "words" -> "\"" + GREETING + "\"";
            default -> "the first";
        };
    }

    private static String first(Pattern pattern, String prompt, String otherwise) {
        var found = pattern.matcher(prompt);
        return found.find() ? found.group(1) : otherwise;
    }

    private static JsonNode filled(JsonNode schema, String chance) {
        if (schema.has("enum")) {
            return of(all(schema.get("enum")), chance);
        }
        if (schema.has("anyOf")) {
            return filled(of(all(schema.get("anyOf")), chance), chance);
        }
        String described = schema.path("description").asText();
        var least = BETWEEN.matcher(described);
        String number = least.find() ? least.group(1) : "1";
        return switch (schema.path("type").asText()) {
            case "object" -> {
                ObjectNode object = JSON.createObjectNode();
                schema.get("properties").properties()
                        .forEach(field -> object.set(field.getKey(), filled(field.getValue(), chance)));
                yield object;
            }
            case "array" -> JSON.createArrayNode().add(filled(schema.get("items"), chance));
            case "integer", "number" -> JSON.getNodeFactory().numberNode(new BigDecimal(number));
            default -> {
                var such = SUCH_AS.matcher(described);
                yield JSON.getNodeFactory().textNode(described.contains("number")
                        ? number
                        : such.find() ? such.group(1) : GREETING);
            }
        };
    }

    private static List<JsonNode> all(JsonNode nodes) {
        var all = new ArrayList<JsonNode>();
        nodes.forEach(all::add);
        return all;
    }

    private static <T> T of(List<T> options, String chance) {
        return options.get(Math.floorMod(chance.hashCode(), options.size()));
    }

    private static JsonNode schema(Request request) {
        try {
            return JSON.readTree(request.schema());
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a schema that is no JSON: " + request.schema(), e);
        }
    }
}
