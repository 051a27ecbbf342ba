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

    @Option(names = "--concurrency", paramLabel = "N", description = "how many people are asked at once (default: ${DEFAULT-VALUE})")
    private int concurrency = 8;

    @Option(names = "--json", description = "one JSON document on standard output")
    private boolean json;

    ReplayCommand(Console console) { this.console = console; }

    @Override
    public Integer call() {
        RunFolder folder = RunFolder.at(run);
        Imported.refuse(folder);
        Optional<String> difference = Run.replay(folder, concurrency);
        if (json) {
            var result = new LinkedHashMap<String, Object>();
            result.put("run", run.toString());
            result.put("same", difference.isEmpty());
            difference.ifPresent(text -> result.put("difference", text));
            console.json(result);
        } else {
            console.say(difference.map(text -> text.lines().map(Plain::line).reduce((a, b) -> a + "\n" + b).orElse(""))
                    .orElse("the same, byte for byte"));
        }
        return difference.isEmpty() ? ExitCode.DONE : ExitCode.DIFFERS;
    }
}
