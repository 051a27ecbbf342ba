package microcosm.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

import microcosm.gamemaster.Asked;
import microcosm.gamemaster.Run;
import microcosm.prompts.Prompt;
import microcosm.trace.Event;
import microcosm.trace.EventId;
import microcosm.trace.Trace;
import microcosm.viewer.Plain;

/// The exact prompt behind one event of a run.
final class AskedBefore {
    private final Console console;
    private final Trace trace;
    private final boolean json;
    private final boolean ids;

    AskedBefore(Console console, Trace trace, boolean json, boolean ids) {
        this.console = console;
        this.trace = trace;
        this.json = json;
        this.ids = ids;
    }

    /// @param named id of a reply of a model, or of what came of one in the same turn: what was said, believed, answered
    void say(String named) {
        EventId reply = reply(named);
        Asked asked = Run.asked(trace.folder(), reply)
                .orElseThrow(() -> new UserException("no model was asked anything at " + reply));
        if (json) {
            var result = new LinkedHashMap<String, Object>();
            result.put("event", reply.toString());
            result.put("model", asked.model());
            result.put("template", asked.prompt().template());
            result.put("text", asked.prompt().text());
            result.put("parts", asked.prompt().parts().stream().map(AskedBefore::asJson).toList());
            console.json(result);
        } else if (ids) {
            asked.prompt().parts().forEach(this::say);
        } else {
            asked.prompt().text().lines().forEach(line -> console.say(Plain.line(line)));
        }
    }

    private void say(Prompt.Part part) {
        String from = part.input().isEmpty() ? "" : part.input() + (part.source().isEmpty() ? "" : " " + part.source());
        part.text().lines().filter(line -> !line.isBlank())
                .forEach(line -> console.say(Plain.line(line) + console.dim(from.isEmpty() ? "" : "  [" + from + "]")));
    }

    private static SequencedMap<String, Object> asJson(Prompt.Part part) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("text", part.text());
        fields.put("input", part.input());
        fields.put("source", part.source());
        return fields;
    }

    /// The last reply of a model to whoever the event belongs to, in its turn, up to it; else the one it names as its cause.
    private EventId reply(String named) {
        EventId id;
        try {
            id = EventId.parse(named);
        } catch (IllegalArgumentException e) {
            throw new UserException("--prompt " + named + ": " + e.getMessage());
        }
        try (Stream<Event> events = trace.events()) {
            List<Event> step = events.dropWhile(event -> event.id().step() < id.step())
                    .takeWhile(event -> event.id().step() == id.step()).toList();
            Optional<EventId> own = step.stream().filter(event -> event instanceof Event.Replied).map(Event::id)
                    .filter(reply -> reply.turn() == id.turn() && reply.owner().equals(id.owner())
                            && reply.ordinal() <= id.ordinal())
                    .reduce((_, last) -> last);
            Optional<EventId> cause = step.stream().filter(event -> event.id().equals(id))
                    .flatMap(event -> event.causes().stream())
                    .filter(one -> step.stream().anyMatch(e -> e instanceof Event.Replied && e.id().equals(one)))
                    .findFirst();
            return cause.or(() -> own).orElseThrow(() -> new UserException(
                    "no model was asked before " + id + "; in this step models replied at " + replies(step)));
        }
    }

    private static String replies(List<Event> step) {
        List<String> ids = step.stream().filter(event -> event instanceof Event.Replied)
                .map(event -> event.id().toString()).limit(20).toList();
        return ids.isEmpty() ? "no event" : String.join(", ", ids);
    }
}
