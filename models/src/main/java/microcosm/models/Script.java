package microcosm.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

import microcosm.worlds.syntax.Spelling;

/// Replies written in a file, one JSON object a line. The first line that fits a request answers it, as often as it is
/// asked; empty lines and lines that begin with `#` are skipped.
///
/// ```
/// {"call": "12.1/ada/*", "reply": "I wait."}
/// {"purpose": "act", "contains": "the mill", "reply": "Bo, I'll take four sacks."}
/// {"person": "rosa-lindner", "step": 3, "purpose": "act", "reply": {"do": "I open the meeting."}}
/// {"reply": {"choice": "stay"}}
/// ```
///
/// `call` may end in `*`; `person` and `step` are those of the call's name; `contains` is looked for in the last message; what is absent fits everything. A reply that is
/// not a string is sent as JSON. `finish` is `complete` unless it says `truncated`, `filtered` or `refused`.
final class Script implements ReplySource {
    private final Path file;
    private final List<Line> lines;

    private Script(Path file, List<Line> lines) {
        this.file = file;
        this.lines = lines;
    }

    private record Line(String call, String person, String step, String purpose, String contains, Reply reply) {
        boolean fits(Request request) {
            boolean called = call.endsWith("*")
                    ? request.call().startsWith(call.substring(0, call.length() - 1))
                    : call.isEmpty() || call.equals(request.call());
            return called && (person.isEmpty() || request.call().contains("/" + person + "/"))
                    && (step.isEmpty() || request.call().startsWith(step + "."))
                    && (purpose.isEmpty() || purpose.equals(request.purpose()))
                    && request.messages().getLast().text().contains(contains);
        }
    }

    /// @throws ModelSetupException with every bad line
    static Script read(Path file) {
        List<String> text;
        try {
            text = Files.readAllLines(file);
        } catch (IOException e) {
            throw new ModelSetupException("script " + file + " cannot be read: " + e.getMessage(), e);
        }
        var lines = new ArrayList<Line>();
        var problems = new ArrayList<String>();
        for (int number = 1; number <= text.size(); number++) {
            var line = text.get(number - 1).strip();
            if (!line.isEmpty() && !line.startsWith("#")) {
                try {
                    lines.add(line(Json.MAPPER.readTree(line)));
                } catch (JsonProcessingException e) {
                    problems.add(file + ":" + number + ":" + Math.max(1, e.getLocation().getColumnNr())
                            + ": not a JSON object; expected {\"reply\": …}");
                } catch (ModelSetupException e) {
                    problems.add(file + ":" + number + ":1: " + e.getMessage());
                }
            }
        }
        if (!problems.isEmpty()) {
            throw new ModelSetupException(String.join("\n", problems));
        }
        return new Script(file, lines);
    }

    private static final List<String> KEYS = List.of("call", "person", "step", "purpose", "contains", "reply",
            "finish");
    private static final Pattern FINISH = Pattern.compile("complete|truncated|filtered|refused");

    private static Line line(JsonNode node) {
        if (!node.isObject() || !node.has("reply")) {
            throw new ModelSetupException("a line of a script is an object with \"reply\"");
        }
        node.fieldNames().forEachRemaining(key -> {
            if (!KEYS.contains(key)) {
                throw new ModelSetupException("unknown key \"" + key + "\"" + Spelling.suggestion(key, KEYS)
                        + "\n  known here: " + String.join(", ", KEYS));
            }
        });
        var finish = node.path("finish").asText("complete");
        if (!FINISH.matcher(finish).matches()) {
            throw new ModelSetupException(
                    "finish \"" + finish + "\" must be complete, truncated, filtered or refused");
        }
        var reply = node.get("reply");
        return new Line(node.path("call").asText(""), node.path("person").asText(""), node.path("step").asText(""),
                node.path("purpose").asText(""),
                node.path("contains").asText(""),
                new Reply(reply.isTextual() ? reply.textValue() : reply.toString(),
                        Reply.Finish.valueOf(finish.toUpperCase(java.util.Locale.ROOT)), false, false, Usage.UNKNOWN,
                        ""));
    }

    @Override
    public Reply reply(Request request) {
        return lines.stream().filter(line -> line.fits(request)).findFirst().map(Line::reply)
                .orElseThrow(() -> new ModelException(
                        "script " + file + " has no reply to " + request.call() + " (" + request.purpose() + ")",
                        false));
    }
}
