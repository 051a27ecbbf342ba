package microcosm.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import microcosm.gamemaster.Forecast;
import microcosm.gamemaster.Interventions;
import microcosm.gamemaster.Listener;
import microcosm.gamemaster.Minds;
import microcosm.gamemaster.Outcome;
import microcosm.gamemaster.Run;
import microcosm.gamemaster.RunOptions;
import microcosm.gamemaster.Switchboard;
import microcosm.models.Estimate;
import microcosm.models.ModelSetup;
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

    @Mixin
    private Asking.Whom whom = new Asking.Whom();

    @Mixin
    private Asking asking = new Asking();

    @Option(names = "--set", paramLabel = "k=v", description = "gives a parameter of the world a value")
    private List<String> set = List.of();

    @Option(names = "--seed", paramLabel = "N", description = "the source of all chance (default: ${DEFAULT-VALUE})")
    private long seed = 1;

    @Option(names = "--steps", paramLabel = "N", description = "how far to play (default: as far as the world's clock goes)")
    private Optional<Integer> steps = Optional.empty();

    @Option(names = "--concurrency", paramLabel = "N", description = "how many people are asked at once (default: ${DEFAULT-VALUE}); "
            + "never changes what happens")
    private int concurrency = 8;

    @Option(names = "--sign-with", paramLabel = "KEY.pem", description = "an Ed25519 key that signs the log, both halves as PEM (default: one made for this sitting alone)")
    private Optional<Path> key = Optional.empty();

    @Option(names = "--out", paramLabel = "DIR", description = "where run folders go (default: ${DEFAULT-VALUE})")
    private Path out = Path.of("runs");

    @Option(names = "--json", description = "one JSON document on standard output")
    private boolean json;

    RunCommand(Console console) { this.console = console; }

    @Override
    public Integer call() throws IOException {
        if (concurrency < 1 || steps.orElse(1) < 1) {
            throw new UserException("--concurrency and --steps must be at least 1");
        }
        WorldFile file = ShippedOrFile.find(world);
        var settings = Settings.read(set);
        World played = file.world(settings);
        Minds minds = whom.minds(played, seed);
        var options = new RunOptions(settings, seed, steps, concurrency, Interventions.NONE, minds);
        played.notExecuted().forEach(part -> console.note("not executed yet: " + part));
        if (!minds.none()) {
            Estimate estimate = Forecast.of(played, minds, seed, steps.orElse(played.clock().steps()),
                    ModelSetup.of(System.getenv()).prices());
            if (estimate.calls() > 0) {
                console.note("about " + estimate);
            }
        }
        Outcome outcome = play(file, played, options,
                asking.switchboard(console, played, minds, concurrency, console.environment()));
        var done = new Playing(console, played, outcome);
        if (json) {
            console.json(done.fields());
        } else {
            done.say("");
        }
        return outcome.failure().map(failure -> Failures.stopped(console, failure)).orElse(ExitCode.DONE);
    }

    private Outcome play(WorldFile file, World played, RunOptions options, Switchboard switchboard) {
        var sitting = new ThisSitting(key);
        var interrupted = new Thread(
                () -> console.note("microcosm: interrupted; the same line continues from the last complete step"));
        Runtime.getRuntime().addShutdownHook(interrupted);
        try {
            if (!console.terminal()) {
                return Run.play(file, options, out, sitting, switchboard, new Warned(console, Listener.NOBODY));
            }
            try (var progress = new Progress(played.clock().unit(), options.steps().orElse(played.clock().steps()))) {
                return Run.play(file, options, out, sitting, switchboard, new Warned(console, progress));
            }
        } finally {
            Runtime.getRuntime().removeShutdownHook(interrupted);
        }
    }
}
