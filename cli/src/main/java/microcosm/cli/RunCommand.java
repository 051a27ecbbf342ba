package microcosm.cli;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import microcosm.gamemaster.Interventions;
import microcosm.gamemaster.Listener;
import microcosm.gamemaster.Outcome;
import microcosm.gamemaster.Run;
import microcosm.gamemaster.RunOptions;
import microcosm.trace.Event;
import microcosm.trace.RunRecord;
import microcosm.trace.Trace;
import microcosm.viewer.Chronicle;
import microcosm.viewer.Highlights;
import microcosm.viewer.Report;
import microcosm.worlds.World;
import microcosm.worlds.WorldFile;

/// `run WORLD`
@Command(name = "run", mixinStandardHelpOptions = true, versionProvider = Version.class, description = {
        "Play a world into a run folder. The same line again continues what was interrupted, and plays nothing that was finished.",
        "", "Example:  microcosm run weir-village --set rumour=none --seed 7"})
final class RunCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "WORLD", description = "a file, or the id of a shipped world")
    private String world = "";

    @Option(names = "--model", paramLabel = "M", description = "who plays people (default: ${DEFAULT-VALUE}: documented policies, no "
            + "language model, no key, no network)")
    private String model = "baseline";

    @Option(names = "--set", paramLabel = "k=v", description = "gives a parameter of the world a value")
    private List<String> set = List.of();

    @Option(names = "--seed", paramLabel = "N", description = "the source of all chance (default: ${DEFAULT-VALUE})")
    private long seed = 1;

    @Option(names = "--steps", paramLabel = "N", description = "how far to play (default: as far as the world's clock goes)")
    private Optional<Integer> steps = Optional.empty();

    @Option(names = "--concurrency", paramLabel = "N", description = "how many people are asked at once (default: ${DEFAULT-VALUE}); "
            + "never changes what happens")
    private int concurrency = 8;

    @Option(names = "--out", paramLabel = "DIR", description = "where run folders go (default: ${DEFAULT-VALUE})")
    private Path out = Path.of("runs");

    @Option(names = "--json", description = "one JSON document on standard output")
    private boolean json;

    RunCommand(Console console) { this.console = console; }

    @Override
    public Integer call() throws IOException {
        if (!model.equals("baseline")) {
            throw new UserException(
                    "--model " + model + ": people are played by baseline; language models do not play yet");
        }
        if (concurrency < 1 || steps.orElse(1) < 1) {
            throw new UserException("--concurrency and --steps must be at least 1");
        }
        WorldFile file = ShippedOrFile.find(world);
        var options = new RunOptions(Settings.read(set), seed, steps, concurrency, Interventions.NONE);
        World played = file.world(options.settings());
        played.notExecuted().forEach(part -> console.note("not executed yet: " + part));
        Outcome outcome = play(file, played, options);
        Chronicle chronicle = report(played, outcome);
        if (json) {
            console.json(asJson(outcome));
        } else {
            new Highlights(played, chronicle, console.coloured()).lines().forEach(console::say);
            console.say(costs(outcome));
            console.say(console.dim(
                    "Read on:  " + outcome.folder().report() + "  or  microcosm trace " + outcome.folder().path()));
            console.say(outcome.folder().path().toString());
        }
        return ExitCode.DONE;
    }

    private Outcome play(WorldFile file, World played, RunOptions options) {
        var sitting = new ThisSitting();
        var interrupted = new Thread(
                () -> console.note("microcosm: interrupted; the same line continues from the last complete step"));
        Runtime.getRuntime().addShutdownHook(interrupted);
        try {
            if (!console.terminal()) {
                return Run.play(file, options, out, sitting, Listener.NOBODY);
            }
            try (var progress = new Progress(played.clock().unit(), options.steps().orElse(played.clock().steps()))) {
                return Run.play(file, options, out, sitting, progress);
            }
        } finally {
            Runtime.getRuntime().removeShutdownHook(interrupted);
        }
    }

    private static Chronicle report(World played, Outcome outcome) throws IOException {
        var chronicle = new Chronicle(played);
        try (Stream<Event> events = Trace.of(outcome.folder()).events()) {
            events.forEach(chronicle);
        }
        Files.writeString(outcome.folder().report(), Report.of(played, chronicle));
        return chronicle;
    }

    private static String costs(Outcome outcome) {
        RunRecord record = outcome.record();
        RunRecord.Totals totals = record.totals();
        String was = outcome.already() == 0
                ? ""
                : outcome.already() == record.steps()
                        ? " (all of it before; nothing was played now)"
                        : " (" + outcome.already() + " steps of it before)";
        return String.format(Locale.ROOT, "%,d events in %.2f s%s; %,d model calls, %,d tokens, $%s", record.events(),
                record.wallSeconds(), was, totals.calls(), totals.tokensIn() + totals.tokensOut(),
                totals.usd().toPlainString());
    }

    private SequencedMap<String, Object> asJson(Outcome outcome) {
        RunRecord record = outcome.record();
        RunRecord.Totals totals = record.totals();
        var fields = new LinkedHashMap<String, Object>();
        fields.put("run", record.run());
        fields.put("dir", outcome.folder().path().toString());
        fields.put("world", record.world());
        fields.put("seed", record.seed());
        fields.put("status", record.status().name().toLowerCase(Locale.ROOT));
        fields.put("steps", record.steps());
        fields.put("events", record.events());
        fields.put("people", record.people());
        fields.put("calls", totals.calls());
        fields.put("cached_calls", totals.cachedCalls());
        fields.put("tokens_in", totals.tokensIn());
        fields.put("tokens_out", totals.tokensOut());
        fields.put("prompt_chars", totals.promptChars());
        fields.put("usd", totals.usd());
        fields.put("wall_s", record.wallSeconds());
        var measures = new LinkedHashMap<String, BigDecimal>(record.measures());
        fields.put("measures", measures);
        return fields;
    }
}
