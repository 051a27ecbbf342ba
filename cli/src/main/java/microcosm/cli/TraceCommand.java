package microcosm.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import microcosm.gamemaster.Played;
import microcosm.trace.Event;
import microcosm.trace.RunFolder;
import microcosm.trace.Trace;
import microcosm.viewer.Plain;
import microcosm.viewer.Story;
import microcosm.worlds.World;

/// `trace RUN`
@Command(name = "trace", mixinStandardHelpOptions = true, versionProvider = Version.class, description = {
        "Tell a run as a story; with --as, only what that person saw.", "",
        "Example:  microcosm trace runs/weir-village-0123456789ab --as mira-oduya --from 3 --to 5"})
final class TraceCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "RUN", description = "a run folder")
    private Path run = Path.of("");

    @Option(names = "--as", paramLabel = "PERSON", description = "a person's id or name")
    private Optional<String> as = Optional.empty();

    @Option(names = "--from", paramLabel = "S", description = "the first step told (default: ${DEFAULT-VALUE})")
    private int from;

    @Option(names = "--to", paramLabel = "S", description = "the last step told")
    private int to = Integer.MAX_VALUE;

    @Option(names = "--grep", paramLabel = "TEXT", description = "only lines that contain this, in any case")
    private Optional<String> grep = Optional.empty();

    @Option(names = "--ids", description = "with the id of the event each line tells of, as fork wants it")
    private boolean ids;

    @Option(names = "--prompt", paramLabel = "EVENT", description = "instead of the story, exactly what a model was asked before this event; with "
            + "--ids, each part with the event that put it there")
    private Optional<String> prompt = Optional.empty();

    @Option(names = "--json", description = "one JSON document on standard output")
    private boolean json;

    TraceCommand(Console console) { this.console = console; }

    @Override
    public Integer call() {
        if (from > to) {
            throw new UserException("--from " + from + " lies after --to " + to);
        }
        Trace trace = Trace.of(RunFolder.at(run));
        if (prompt.isPresent()) {
            new AskedBefore(console, trace, json, ids).say(prompt.get());
            return ExitCode.DONE;
        }
        World world = Played.of(trace.folder()).world();
        Optional<String> person = as.map(named -> Somebody.of(trace, named).id());
        var told = new ArrayList<SequencedMap<String, Object>>();
        var story = new Story(world, person, line -> {
            int step = line.event().step();
            if (step < from || step > to || !matches(line)) {
                return;
            }
            if (!json) {
                String text = Plain.line(line.toString());
                String shown = ids && line.depth() == 1 ? text + "  [" + line.event() + "]" : text;
                console.say(line.depth() == 0 ? console.bold(shown) : line.depth() == 2 ? console.dim(shown) : shown);
            } else if (!line.text().isEmpty()) {
                told.add(asJson(line));
            }
        });
        try (Stream<Event> events = trace.events()) {
            events.takeWhile(event -> event.id().step() <= to).forEach(story);
        }
        story.finish();
        if (json) {
            var result = new LinkedHashMap<String, Object>();
            result.put("run", run.toString());
            person.ifPresent(id -> result.put("as", id));
            result.put("lines", told);
            console.json(result);
        }
        return ExitCode.DONE;
    }

    private boolean matches(Story.Line line) {
        return grep.isEmpty() || line.text().toLowerCase(Locale.ROOT).contains(grep.get().toLowerCase(Locale.ROOT));
    }

    private static SequencedMap<String, Object> asJson(Story.Line line) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("event", line.event().toString());
        fields.put("depth", line.depth());
        fields.put("text", line.text());
        return fields;
    }
}
