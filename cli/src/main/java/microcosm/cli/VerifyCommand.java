package microcosm.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import microcosm.trace.RunFolder;
import microcosm.trace.TraceVerifier;
import microcosm.viewer.Plain;

/// `verify RUN`
@Command(name = "verify", mixinStandardHelpOptions = true, versionProvider = Version.class, description = {
        "Check the hash chain and the manifest of a run; name the first event that was altered.", "",
        "Example:  microcosm verify runs/weir-village-0123456789ab"})
final class VerifyCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "RUN", description = "a run folder")
    private Path run = Path.of("");

    @Option(names = "--json", description = "one JSON document on standard output")
    private boolean json;

    VerifyCommand(Console console) { this.console = console; }

    @Override
    public Integer call() {
        TraceVerifier.Verdict verdict = TraceVerifier.verify(RunFolder.at(run));
        boolean intact = verdict.alterations().isEmpty();
        if (json) {
            var result = new LinkedHashMap<String, Object>();
            result.put("run", run.toString());
            result.put("intact", intact);
            result.put("events", verdict.events());
            result.put("unfinished", verdict.unfinished());
            result.put("alterations", verdict.alterations().stream().map(alteration -> {
                var fields = new LinkedHashMap<String, Object>();
                fields.put("file", alteration.file());
                fields.put("line", alteration.line());
                fields.put("what", alteration.what());
                return fields;
            }).toList());
            console.json(result);
        } else if (intact) {
            console.say(verdict.events() + " events, each following from the one before; nothing was altered"
                    + (verdict.unfinished() == 0 ? "" : " (and an unfinished step, which the next run plays again)"));
        } else {
            verdict.alterations().forEach(alteration -> console.say(alteration.file()
                    + (alteration.line() == 0 ? "" : ":" + alteration.line()) + ": " + Plain.line(alteration.what())));
        }
        return intact ? ExitCode.DONE : ExitCode.DIFFERS;
    }
}
