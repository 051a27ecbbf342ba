package microcosm.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import microcosm.gamemaster.Run;
import microcosm.trace.RunFolder;
import microcosm.viewer.Plain;

/// `replay RUN`
@Command(name = "replay", mixinStandardHelpOptions = true, versionProvider = Version.class, description = {
        "Play a run again from its own recorded replies, without a network, and compare every byte of the trace.", "",
        "Example:  microcosm replay runs/weir-village-0123456789ab"})
final class ReplayCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "RUN", description = "a run folder")
    private Path run = Path.of("");

    @Option(names = "--recompute", description = "also recompute what came to people's minds, and compare memories and scores")
    private boolean recompute;

    @Option(names = "--concurrency", paramLabel = "N", description = "how many people are asked at once (default: ${DEFAULT-VALUE})")
    private int concurrency = 8;

    @Option(names = "--json", description = "one JSON document on standard output")
    private boolean json;

    ReplayCommand(Console console) { this.console = console; }

    @Override
    public Integer call() {
        if (concurrency < 1) {
            throw new UserException("--concurrency must be at least 1");
        }
        RunFolder folder = RunFolder.at(run);
        Imported.refuse(folder);
        if (recompute) {
            return say(Run.recompute(folder, concurrency));
        }
        return say(Run.replay(folder, concurrency), Optional.empty());
    }

    private int say(Run.Recomputed recomputed) {
        return say(recomputed.difference(), Optional.of(recomputed.recalls()));
    }

    /// @param recalls how many were recomputed and are the same; empty where none were to be
    private int say(Optional<String> difference, Optional<Long> recalls) {
        if (json) {
            var result = new LinkedHashMap<String, Object>();
            result.put("run", run.toString());
            result.put("same", difference.isEmpty());
            recalls.ifPresent(count -> result.put("recalls", count));
            difference.ifPresent(text -> result.put("difference", text));
            console.json(result);
        } else {
            console.say(difference.map(text -> text.lines().map(Plain::line).reduce((a, b) -> a + "\n" + b).orElse(""))
                    .orElse("the same, byte for byte" + recalls.map(ReplayCommand::counted).orElse("")));
        }
        return difference.isEmpty() ? ExitCode.DONE : ExitCode.DIFFERS;
    }

    private static String counted(long recalls) {
        return recalls == 0
                ? "; nobody recalled anything in words"
                : "; " + recalls + (recalls == 1 ? " recall" : " recalls") + " recomputed, with the same scores";
    }
}
