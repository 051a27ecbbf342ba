package microcosm.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.ServiceLoader;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import microcosm.bench.Benchmark;
import microcosm.bench.Row;
import microcosm.worlds.syntax.Spelling;

/// `bench [NAME]…`
@Command(name = "bench", mixinStandardHelpOptions = true, versionProvider = Version.class, description = {
        "Run the shipped benchmarks: what was to be reached, what was, and whether that holds.", "",
        "Example:  microcosm bench society"})
final class BenchCommand implements Callable<Integer> {
    private static final String STUB = "stub";

    private final Console console;

    @Parameters(arity = "0..*", paramLabel = "NAME", description = "which; all where none is named")
    private List<String> names = List.of();

    @Option(names = "--full", description = "take as long as it takes; otherwise under a minute each")
    private boolean full;

    @Option(names = "--transcripts", paramLabel = "DIR", description = "instead of what is shipped, measure false alarms of the auditors over "
            + "transcripts of your own that are taken to be clean, a folder for each collection")
    private Optional<Path> transcripts = Optional.empty();

    @Option(names = "--model", paramLabel = "stub", description = "measure only what has to do with people who are a stub of a language model")
    private Optional<String> model = Optional.empty();

    @Option(names = "--json", description = "one JSON document on standard output")
    private boolean json;

    BenchCommand(Console console) { this.console = console; }

    @Override
    public Integer call() {
        List<Benchmark> all = ServiceLoader.load(Benchmark.class).stream().map(ServiceLoader.Provider::get).toList();
        List<String> known = all.stream().map(Benchmark::name).toList();
        names.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw new UserException("no benchmark \"" + name + "\"" + Spelling.suggestion(name, known)
                    + "\n  there are: " + String.join(", ", known));
        });
        transcripts.filter(folder -> !Files.isDirectory(folder)).ifPresent(folder -> {
            throw new UserException("--transcripts " + folder + ": there is no such folder");
        });
        model.filter(name -> !name.equals(STUB) || transcripts.isPresent()).ifPresent(name -> {
            throw new UserException(name.equals(STUB)
                    ? "--model and --transcripts measure different things; give one of them"
                    : "--model " + name + ": the only model that is measured is " + STUB);
        });
        var rows = new ArrayList<Row>();
        for (Benchmark benchmark : all) {
            if (names.isEmpty() || names.contains(benchmark.name())) {
                rows.addAll(rows(benchmark));
            }
        }
        if (rows.isEmpty()) {
            throw new UserException("nothing was measured"
                    + transcripts.map(folder -> ": no benchmark asked finds a transcript in a folder of " + folder)
                            .or(() -> model.map(_ -> ": people who are models are measured by society")).orElse(""));
        }
        if (json) {
            var result = new LinkedHashMap<String, Object>();
            result.put("rows", rows.stream().map(BenchCommand::asJson).toList());
            console.json(result);
        } else {
            table(rows);
        }
        return rows.stream().anyMatch(row -> row.verdict() == Row.Verdict.MISSES) ? ExitCode.DIFFERS : ExitCode.DONE;
    }

    private List<Row> rows(Benchmark benchmark) {
        if (model.isPresent()) {
            return benchmark.ofModels(console::note);
        }
        return transcripts.isPresent()
                ? benchmark.measure(transcripts.get(), full, console::note)
                : benchmark.measure(full, console::note);
    }

    private void table(List<Row> rows) {
        var table = new Table(false, false, false, false);
        rows.forEach(row -> table.row(row.name(), row.goal(), row.reached(), row.verdict().toString()));
        table.lines().forEach(console::say);
    }

    private static SequencedMap<String, Object> asJson(Row row) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("name", row.name());
        fields.put("goal", row.goal());
        fields.put("reached", row.reached());
        fields.put("verdict", row.verdict().toString());
        return fields;
    }
}
