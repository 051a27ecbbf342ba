package microcosm.cli;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import microcosm.bench.Expectation;
import microcosm.bench.Replicated;
import microcosm.bench.Replications;
import microcosm.worlds.syntax.Spelling;

/// `replicate [NAME]…`
@Command(name = "replicate", mixinStandardHelpOptions = true, versionProvider = Version.class, description = {
        "Play the shipped replications of published results: what was published, what came out, and whether that holds.",
        "", "Example:  microcosm replicate theocharis"})
final class ReplicateCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(arity = "0..*", paramLabel = "NAME", description = "which result; all where none is named")
    private List<String> names = List.of();

    @Option(names = "--json", description = "one JSON document on standard output")
    private boolean json;

    ReplicateCommand(Console console) { this.console = console; }

    @Override
    public Integer call() {
        var shipped = Replications.shipped();
        List<String> known = shipped.names();
        names.stream().filter(name -> !known.contains(name)).findFirst().ifPresent(name -> {
            throw new UserException("no replication \"" + name + "\"" + Spelling.suggestion(name, known)
                    + "\n  there are: " + String.join(", ", known));
        });
        var rows = new ArrayList<Replicated>();
        for (String name : names.isEmpty() ? known : names) {
            shipped.of(name).forEach(row -> rows.add(shipped.replicate(row, console::note)));
        }
        if (json) {
            var result = new LinkedHashMap<String, Object>();
            result.put("rows", rows.stream().map(ReplicateCommand::asJson).toList());
            console.json(result);
        } else {
            table(rows);
        }
        return rows.stream().allMatch(Replicated::holds) ? ExitCode.DONE : ExitCode.DIFFERS;
    }

    private void table(List<Replicated> rows) {
        var table = new Table(false, false, false, true, true, true, false, true);
        table.row("result", "with", "number", "expected", "tolerance", "obtained", "verdict", "seconds");
        for (Replicated row : rows) {
            Expectation of = row.expectation();
            table.row(of.result(), with(of), number(of), plain(of.expected()), plain(of.tolerance()),
                    plain(row.obtained()), row.verdict(),
                    row.seconds() == 0
                            ? ""
                            : BigDecimal.valueOf(row.seconds()).setScale(1,
                                    java.math.RoundingMode.HALF_EVEN).toPlainString());
        }
        table.lines().forEach(console::say);
    }

    private static String with(Expectation of) {
        return of.settings().isEmpty()
                ? of.world()
                : of.settings().entrySet().stream().map(one -> one.getKey() + "=" + one.getValue())
                        .collect(Collectors.joining(" "));
    }

    private static String number(Expectation of) {
        return of.runs() == 1
                ? of.number()
                : of.statistic().toString().toLowerCase(java.util.Locale.ROOT) + " of " + of.runs() + " " + of.number();
    }

    /// Ten digits: what the numbers are compared to.
    private static String plain(double value) {
        return Double.isFinite(value)
                ? new BigDecimal(value, new MathContext(10)).stripTrailingZeros().toPlainString()
                : Double.toString(value);
    }

    private static SequencedMap<String, Object> asJson(Replicated row) {
        Expectation of = row.expectation();
        var fields = new LinkedHashMap<String, Object>();
        fields.put("name", of.result());
        fields.put("world", of.world());
        fields.put("with", of.settings());
        fields.put("played", of.fast() ? "fast" : "in full");
        fields.put("runs", of.runs());
        fields.put("number", number(of));
        fields.put("expected", of.expected());
        fields.put("tolerance", of.tolerance());
        fields.put("obtained", row.obtained());
        fields.put("verdict", row.verdict());
        fields.put("seconds", row.seconds());
        return fields;
    }
}
