package microcosm.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import microcosm.audit.Auditor;

/// `auditors [NAME]…`
@Command(name = "auditors", mixinStandardHelpOptions = true, versionProvider = Version.class, description = {
        "List the auditors: what each reads, what it computes, what it takes for chance, and what it cannot see.", "",
        "Example:  microcosm auditors dependence unicode"})
final class AuditorsCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(arity = "0..*", paramLabel = "NAME", description = "which; all where none is named")
    private List<String> names = List.of();

    @Option(names = "--json", description = "one JSON document on standard output")
    private boolean json;

    AuditorsCommand(Console console) { this.console = console; }

    @Override
    public Integer call() {
        List<Auditor> auditors = Auditing.named(names);
        if (json) {
            var result = new LinkedHashMap<String, Object>();
            result.put("auditors", auditors.stream().map(AuditorsCommand::asJson).toList());
            console.json(result);
        } else {
            auditors.forEach(this::say);
        }
        return ExitCode.DONE;
    }

    private void say(Auditor auditor) {
        AuditorPage page = AuditorPage.of(auditor.page());
        console.say(console.bold(auditor.name()) + "  " + page.summary());
        page.parts().forEach((part, text) -> {
            console.say("    " + console.dim(part));
            Wrapped.lines(text, 8).forEach(console::say);
        });
        console.say("");
    }

    private static SequencedMap<String, Object> asJson(Auditor auditor) {
        AuditorPage page = AuditorPage.of(auditor.page());
        var fields = new LinkedHashMap<String, Object>();
        fields.put("name", auditor.name());
        fields.put("summary", page.summary());
        fields.put("input", page.part("Input"));
        fields.put("statistic", page.part("Statistic"));
        fields.put("null", page.part("Null"));
        fields.put("power", page.part("Power"));
        fields.put("cannot_see", page.part("What it cannot see"));
        fields.put("source", page.part("Source"));
        return fields;
    }
}
