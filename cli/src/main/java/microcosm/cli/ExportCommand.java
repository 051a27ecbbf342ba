package microcosm.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import microcosm.audit.FindingsExport;
import microcosm.trace.RunFolder;
import microcosm.worlds.syntax.Spelling;

/// `export RUN --format F`
@Command(name = "export", mixinStandardHelpOptions = true, versionProvider = Version.class, description = {
        "Write what was found in a run for other people's tools, one JSON object a line: scout (results of Inspect Scout) or "
                + "otel (events gen_ai.evaluation.result of OpenTelemetry).",
        "", "Example:  microcosm export runs/weir-village-0123456789ab --format scout"})
final class ExportCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(paramLabel = "RUN", description = "a run folder that was audited")
    private Path run = Path.of("");

    @Option(names = "--format", required = true, paramLabel = "F", description = "scout or otel")
    private String format = "";

    @Option(names = "--out", paramLabel = "FILE", description = "where to (default: findings.F.jsonl in the run folder)")
    private Optional<Path> out = Optional.empty();

    @Option(names = "--json", description = "one JSON document on standard output")
    private boolean json;

    ExportCommand(Console console) { this.console = console; }

    @Override
    public Integer call() throws IOException {
        List<String> known = Arrays.stream(FindingsExport.values()).map(FindingsExport::written).toList();
        FindingsExport kind = Arrays.stream(FindingsExport.values()).filter(one -> one.written().equals(format))
                .findFirst().orElseThrow(() -> new UserException("no format \"" + format + "\""
                        + Spelling.suggestion(format, known) + "\n  known here: " + String.join(", ", known)));
        Path findings = RunFolder.at(run).findings();
        if (!Files.exists(findings)) {
            throw new UserException(run + ": was not audited yet\n  microcosm audit " + run);
        }
        List<String> lines = kind.lines(findings, run);
        Path file = out.orElse(run.resolve("findings." + format + ".jsonl"));
        Files.writeString(file, lines.isEmpty() ? "" : String.join("\n", lines) + "\n");
        if (json) {
            var result = new LinkedHashMap<String, Object>();
            result.put("file", file.toString());
            result.put("format", format);
            result.put("findings", lines.size());
            console.json(result);
        } else {
            console.say(lines.size() + (lines.size() == 1 ? " finding" : " findings"));
            console.say(file.toString());
        }
        return ExitCode.DONE;
    }
}
