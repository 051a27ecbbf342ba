package microcosm.gamemaster;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

import microcosm.models.ModelName;
import microcosm.models.ModelSpec;
import microcosm.models.Reply;
import microcosm.models.Request;
import microcosm.trace.Event;
import microcosm.trace.EventId;
import microcosm.trace.RunFolder;
import microcosm.trace.RunRecord;
import microcosm.trace.Trace;
import microcosm.worlds.WorldFile;

/// The desk of `desk.world.md`, whose people are models that reply as a test says, and what each was sent.
final class Deployment {
    static final WorldFile DESK = WorldFile.read(Path.of("src", "test", "resources", "worlds", "desk.world.md"));
    private static final Sittings NOW = () -> new RunRecord.Sitting("2026-01-01T00:00:00Z", BigDecimal.ONE, "", "", "",
            "", RunRecord.Totals.NONE);
    private static final String STUB = "script:stub";

    final RunFolder folder;
    final List<Event> events;
    final List<Request> sent = Collections.synchronizedList(new ArrayList<>());

    /// @param replies person and request → reply
    Deployment(WorldFile world, Path out, int concurrency, BiFunction<String, Request, String> replies) {
        var options = new RunOptions(new LinkedHashMap<>(), 1, Optional.empty(), concurrency, Interventions.NONE,
                Minds.of(ModelSpec.of(STUB)));
        Outcome outcome = Run.play(world, options, out, NOW, Switchboard.NONE.with(ModelName.of(STUB), request -> {
            sent.add(request);
            return Reply.of(replies.apply(person(request), request));
        }), Listener.NOBODY);
        folder = outcome.folder();
        try (var all = Trace.of(folder).events()) {
            events = all.toList();
        }
    }

    static String person(Request request) {
        return request.call().substring(request.call().indexOf('/') + 1, request.call().lastIndexOf('/'));
    }

    static int step(Request request) {
        return Integer.parseInt(request.call().substring(0, request.call().indexOf('.')));
    }

    static String does(String words) {
        return "{\"thought\":\"\",\"credences\":[],\"plan\":\"\",\"tool\":\"none\",\"question\":\"\",\"do\":\"" + words
                + "\"}";
    }

    static String asks(String tool, String question) {
        return "{\"thought\":\"\",\"credences\":[],\"plan\":\"\",\"tool\":\"" + tool + "\",\"question\":\"" + question
                + "\",\"do\":\"BANANA\"}";
    }

    static String finds(String verdict, String words, String why) {
        return "{\"thought\":\"\",\"verdict\":\"" + verdict + "\",\"do\":\"" + words + "\",\"why\":\"" + why + "\"}";
    }

    <E extends Event> List<E> events(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /// @return what was sent for one person, in the order of the calls
    List<String> prompts(String person) {
        return sent.stream().filter(request -> person(request).equals(person) && !request.call().contains("~"))
                .sorted(Comparator.comparing(request -> EventId.parse(request.call())))
                .map(request -> request.messages().getFirst().text()).toList();
    }
}
