package microcosm.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import microcosm.viewer.Plain;
import microcosm.worlds.Problem;
import microcosm.worlds.WorldFile;

/// `check WORLD…`
@Command(name = "check", mixinStandardHelpOptions = true, versionProvider = Version.class, description = {
        "Read worlds strictly and report every problem at once.", "",
        "Example:  microcosm check my.world.md"})
final class CheckCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(arity = "1..*", paramLabel = "WORLD", description = "files, or ids of shipped worlds")
    private List<String> worlds = List.of();

    @Option(names = "--json", description = "one JSON document on standard output")
    private boolean json;

    CheckCommand(Console console) { this.console = console; }

    @Override
    public Integer call() {
        var problems = new ArrayList<Problem>();
        for (String world : worlds) {
            WorldFile file = ShippedOrFile.find(world);
            List<Problem> found = file.check();
            problems.addAll(found);
            if (!json) {
                found.forEach(problem -> report(file, problem));
            }
        }
        if (json) {
            var result = new LinkedHashMap<String, Object>();
            result.put("worlds", worlds);
            result.put("problems", problems.stream().sorted().map(CheckCommand::asJson).toList());
            console.json(result);
        } else if (problems.isEmpty()) {
            console.say(
                    worlds.size() == 1 ? worlds.getFirst() + ": no problems" : worlds.size() + " worlds: no problems");
        }
        return problems.isEmpty() ? ExitCode.DONE : ExitCode.USER;
    }

    private void report(WorldFile file, Problem problem) {
        console.say(problem.toString().lines().map(Plain::line).reduce((a, b) -> a + "\n" + b).orElse(""));
        if (console.terminal()) {
            file.text().lines().skip(problem.at().line() - 1L).findFirst().ifPresent(line -> {
                console.say(console.dim("    " + Plain.line(line)));
                console.say("    " + " ".repeat(problem.at().column() - 1) + console.bold("^"));
            });
        }
    }

    private static SequencedMap<String, Object> asJson(Problem problem) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("file", Path.of(problem.at().file()).toString());
        fields.put("line", problem.at().line());
        fields.put("column", problem.at().column());
        fields.put("what", problem.what());
        fields.put("nearest", problem.nearest());
        fields.put("expected", problem.expected());
        return fields;
    }
}
