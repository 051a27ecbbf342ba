package microcosm.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import microcosm.viewer.Plain;
import microcosm.worlds.WorldDifference;
import microcosm.worlds.WorldDifference.Difference;

/// `diff A B`
@Command(name = "diff", mixinStandardHelpOptions = true, versionProvider = Version.class, description = {
        "Say what differs in meaning between two worlds, whatever their lines look like. Exits with 1 where something does.",
        "", "Example:  microcosm diff weir-village my.world.md"})
final class DiffCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(index = "0", paramLabel = "A", description = "a file, or the id of a shipped world")
    private String one = "";

    @Parameters(index = "1", paramLabel = "B", description = "what it is compared with; sentences speak of this one")
    private String other = "";

    @Option(names = "--json", description = "one JSON document on standard output")
    private boolean json;

    DiffCommand(Console console) { this.console = console; }

    @Override
    public Integer call() {
        List<Difference> differences = WorldDifference.between(ShippedOrFile.find(one), ShippedOrFile.find(other));
        if (json) {
            var result = new LinkedHashMap<String, Object>();
            result.put("a", one);
            result.put("b", other);
            result.put("differences", differences.stream().map(DiffCommand::asJson).toList());
            console.json(result);
        } else if (differences.isEmpty()) {
            console.say("no difference in meaning");
        } else {
            differences.forEach(difference -> console.say(Plain.line(difference.toString())));
        }
        return differences.isEmpty() ? ExitCode.DONE : ExitCode.DIFFERS;
    }

    private static SequencedMap<String, Object> asJson(Difference difference) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("section", difference.section());
        fields.put("what", difference.what());
        fields.put("when", difference.when());
        fields.put("was", difference.was());
        return fields;
    }
}
