package microcosm.cli;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import microcosm.audit.TraceExport;
import microcosm.audit.Transcript;
import microcosm.viewer.Plain;

/// `import FILE…`
@Command(name = "import", mixinStandardHelpOptions = true, versionProvider = Version.class, description = {
        "Make run folders of somebody else's transcripts, for 'audit', 'trace' and 'verify'. What cannot be mapped is kept "
                + "or counted.",
        "", "Example:  microcosm import games.csv --map run=game --map from=speaker --map text=message --out imported"})
final class ImportCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "transcripts; .gz is unpacked")
    private List<Path> files = List.of();

    @Option(names = "--format", paramLabel = "F", description = "of the files (default: told from each file)")
    private Optional<String> format = Optional.empty();

    @Option(names = "--map", paramLabel = "field=column", description = "where JSONL or CSV keep run, step, from, to, text, private, "
            + "action.NAME, state.NAME or time")
    private List<String> map = List.of();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "where the run folders go")
    private Path out = Path.of("");

    @Option(names = "--skip-bad", description = "leave out what cannot be read, and count it")
    private boolean skipBad;

    @Option(names = "--json", description = "one JSON document on standard output")
    private boolean json;

    ImportCommand(Console console) { this.console = console; }

    @Override
    public Integer call() {
        Transcript transcript = Auditing.read(files, format, map, skipBad);
        List<Path> folders = TraceExport.write(transcript, out);
        if (json) {
            var result = new LinkedHashMap<String, Object>();
            result.put("dir", out.toString());
            result.put("runs", transcript.size());
            result.put("messages", transcript.messages());
            result.put("kept", transcript.kept());
            result.put("folders", folders.stream().map(Path::toString).toList());
            console.json(result);
        } else {
            transcript.kept().forEach((what, times) -> console.say(Plain.line(what) + ": " + times));
            console.say(transcript.messages() + (transcript.messages() == 1 ? " message" : " messages") + " of "
                    + transcript.size() + (transcript.size() == 1 ? " run" : " runs"));
            folders.forEach(folder -> console.say(folder.toString()));
        }
        return ExitCode.DONE;
    }
}
