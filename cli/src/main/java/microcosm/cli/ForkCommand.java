package microcosm.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import microcosm.gamemaster.Branching;
import microcosm.gamemaster.Fork;
import microcosm.gamemaster.Fork.Forked;
import microcosm.gamemaster.Listener;
import microcosm.gamemaster.Minds;
import microcosm.gamemaster.Played;
import microcosm.models.ModelSpec;
import microcosm.trace.Event;
import microcosm.trace.EventId;
import microcosm.trace.RunFolder;
import microcosm.trace.Trace;
import microcosm.worlds.World;

/// `fork RUN --at STEP`
@Command(name = "fork", mixinStandardHelpOptions = true, versionProvider = Version.class, description = {
        "Play a run again from a step on with something changed: what was said, what one person heard, a turn, a setting. "
                + "Everything before is the same. With nothing changed, everything after is too.",
        "",
        "Example:  microcosm fork runs/weir-village-0123456789ab --at 2 --edit \"2.2/tomas-brandt/1=Mira, good morning.\""})
final class ForkCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "RUN", description = "a run folder")
    private Path run = Path.of("");

    @Option(names = "--at", required = true, paramLabel = "STEP", description = "the first step that may differ, from 1")
    private int at;

    @Option(names = "--set", paramLabel = "k=v", description = "from this step on, a parameter of the world has this value; it may change "
            + "channels, actions, phases, events, probes, measures, endings and the clock, not who there is and what they began with")
    private List<String> set = List.of();

    @Option(names = "--edit", paramLabel = "EVENT=TEXT", description = "other words for somebody's words, with all that follows")
    private List<String> edit = List.of();

    @Option(names = "--hear", paramLabel = "PERSON:EVENT=TEXT", description = "other words for what one person heard")
    private List<String> hear = List.of();

    @Option(names = "--drop", paramLabel = "EVENT", description = "whoever said this says and does nothing in that turn")
    private List<String> drop = List.of();

    @Option(names = "--swap-model", paramLabel = "PERSON=M", description = "from this step on, this person is played by this model, or by "
            + "baseline; they keep what they remember")
    private List<String> swap = List.of();

    @Option(names = "--concurrency", paramLabel = "N", description = "how many people are asked at once (default: ${DEFAULT-VALUE})")
    private int concurrency = 8;

    @Mixin
    private Asking asking = new Asking();

    @Option(names = "--steps", paramLabel = "N", description = "how far to play (default: as far as the world's clock goes)")
    private Optional<Integer> steps = Optional.empty();

    @Option(names = "--out", paramLabel = "DIR", description = "where run folders go (default: where RUN lies)")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--json", description = "one JSON document on standard output")
    private boolean json;

    ForkCommand(Console console) { this.console = console; }

    @Override
    public Integer call() throws IOException {
        if (steps.orElse(1) < 1 || concurrency < 1) {
            throw new UserException("--steps and --concurrency must be at least 1");
        }
        RunFolder parent = RunFolder.at(run);
        Branching branching = branching(parent);
        Path runs = out.orElseGet(() -> Optional.ofNullable(run.toAbsolutePath().normalize().getParent())
                .orElse(Path.of("runs")));
        Played played = Played.of(parent);
        Minds minds = played.options().minds();
        for (var other : branching.models().entrySet()) {
            minds = minds.with(other.getKey(), other.getValue());
        }
        Forked forked = Fork.play(parent, branching, concurrency, runs, new ThisSitting(),
                asking.switchboard(console, played.world(), minds, concurrency, console.environment()),
                new Warned(console, Listener.NOBODY));
        World world = Played.of(forked.outcome().folder()).world();
        var shown = new Playing(console, world, forked.outcome());
        forked.idle().forEach(event -> console.note("not changed: " + event
                + " never came about, since what was changed before it led elsewhere"));
        if (json) {
            var fields = shown.fields();
            fields.put("parent", parent.path().toString());
            fields.put("at", at);
            fields.put("shared_events", forked.shared());
            forked.differs().ifPresent(event -> fields.put("differs", event.toString()));
            fields.put("idle", forked.idle().stream().map(EventId::toString).toList());
            console.json(fields);
        } else {
            shown.say(forked.differs().map(event -> "the first " + forked.shared() + " events are those of "
                    + parent.path() + "; the first that is not is " + event)
                    .orElse("all " + forked.shared() + " events are those of " + parent.path()));
        }
        return forked.outcome().failure().map(failure -> Failures.stopped(console, failure)).orElse(ExitCode.DONE);
    }

    private Branching branching(RunFolder parent) {
        var said = new LinkedHashMap<EventId, String>();
        for (String one : edit) {
            int equals = split(one, "--edit", "EVENT=TEXT");
            if (one.substring(equals + 1).isBlank()) {
                throw new UserException("--edit " + one + ": no words; to have somebody do nothing, --drop "
                        + one.substring(0, equals));
            }
            change(said, event(one.substring(0, equals), "--edit " + one), one.substring(equals + 1));
        }
        drop.forEach(one -> change(said, event(one, "--drop " + one), ""));
        var branching = new Branching(at, Settings.read(set), said, new LinkedHashMap<>(), new LinkedHashMap<>(),
                steps);
        for (String one : swap) {
            int equals = split(one, "--swap-model", "PERSON=M");
            branching = branching.playing(person(parent, one.substring(0, equals)),
                    ModelSpec.of(one.substring(equals + 1)));
        }
        for (String one : hear) {
            int equals = split(one, "--hear", "PERSON:EVENT=TEXT");
            int colon = one.lastIndexOf(':', equals);
            if (colon < 1) {
                throw new UserException("--hear " + one + ": expected PERSON:EVENT=TEXT");
            }
            branching = branching.hearing(person(parent, one.substring(0, colon)),
                    event(one.substring(colon + 1, equals), "--hear " + one), one.substring(equals + 1));
        }
        return branching;
    }

    private static void change(SequencedMap<EventId, String> said, EventId event, String text) {
        if (said.put(event, text) != null) {
            throw new UserException(event + " is changed twice");
        }
    }

    private static int split(String one, String option, String expected) {
        int equals = one.indexOf('=');
        if (equals < 1) {
            throw new UserException(option + " " + one + ": expected " + expected);
        }
        return equals;
    }

    private static EventId event(String id, String option) {
        try {
            return EventId.parse(id);
        } catch (IllegalArgumentException e) {
            throw new UserException(
                    option + ": \"" + id + "\" is not an event id such as 12.1/ada/3; trace --ids shows them");
        }
    }

    private static String person(RunFolder parent, String named) {
        try (Stream<Event> events = Trace.of(parent).events()) {
            List<String> cast = events.takeWhile(event -> event.id().step() == 0)
                    .filter(event -> event instanceof Event.Cast).map(event -> event.id().owner()).toList();
            if (!cast.contains(named)) {
                throw new UserException("nobody is called \"" + named + "\"; there are: "
                        + String.join(", ", cast.stream().limit(30).toList()) + (cast.size() > 30 ? " …" : ""));
            }
            return named;
        }
    }
}
