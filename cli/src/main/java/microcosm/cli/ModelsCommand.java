package microcosm.cli;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import microcosm.models.EndpointCheck;
import microcosm.models.EndpointCheck.Result;
import microcosm.models.LanguageModel;
import microcosm.models.ModelSetup;
import microcosm.models.Models;
import microcosm.models.Models.Access;
import microcosm.models.Patience;
import microcosm.viewer.Plain;

/// `models`
@Command(name = "models", mixinStandardHelpOptions = true, versionProvider = Version.class, description = {
        "List the providers of language models, the environment variable each reads its key from, and whether it is set. "
                + "With --check, ask an endpoint four short questions; exit code 3: it does not do what is needed.",
        "", "Example:  microcosm models --check openai:gpt-4.1-mini"})
final class ModelsCommand implements Callable<Integer> {
    /// Somebody is waiting: an endpoint that does not answer is told from a slow one sooner than in a run.
    private static final Patience SHORT = new Patience(3, Duration.ofMillis(500), Duration.ofSeconds(5),
            Duration.ofSeconds(30), Duration.ofSeconds(1));

    private final Console console;

    @Option(names = "--check", paramLabel = "MODEL", description = "such as openai:NAME, or compatible:NAME with MICROCOSM_BASE_URL set")
    private Optional<String> check = Optional.empty();

    @Option(names = "--json", description = "one JSON document on standard output")
    private boolean json;

    ModelsCommand(Console console) { this.console = console; }

    @Override
    public Integer call() {
        List<Access> providers = Providers.of(console.environment());
        Optional<List<Result>> cases = check.map(this::checked);
        boolean passed = cases.stream().flatMap(List::stream).allMatch(Result::passed);
        if (json) {
            var result = new LinkedHashMap<String, Object>();
            result.put("providers", providers.stream().map(ModelsCommand::asJson).toList());
            cases.ifPresent(all -> result.put("check", asJson(all, passed)));
            console.json(result);
        } else if (cases.isPresent()) {
            say(cases.get());
        } else {
            say(providers, console);
        }
        return passed ? ExitCode.DONE : ExitCode.MODEL;
    }

    private List<Result> checked(String name) {
        try (var models = new Models(ModelSetup.of(console.environment()).withPatience(SHORT))) {
            LanguageModel model = models.named(name)
                    .orElseThrow(() -> new UserException(
                            "--check baseline: its people follow policies; there is nobody to ask"));
            return EndpointCheck.of(model);
        }
    }

    private static void say(List<Access> providers, Console console) {
        var table = new Table(false, false, false);
        table.row("baseline", "no key, no network", "");
        providers.forEach(
                access -> table.row(access.provider().word() + ":NAME", Providers.state(access),
                        Providers.place(access)));
        table.row("replay:RUN", "no key, no network", "the recorded replies of a run");
        table.row("script:FILE", "no key, no network", "replies written in a file");
        table.lines().forEach(console::say);
    }

    private void say(List<Result> cases) {
        var table = new Table(false, false, false);
        cases.forEach(one -> table.row(one.passed() ? "ok" : "BAD", one.name(), Plain.line(one.detail())));
        table.lines().forEach(console::say);
    }

    private static SequencedMap<String, Object> asJson(Access access) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("name", access.provider().word());
        fields.put("variable", access.variable());
        fields.put("set", access.set());
        fields.put("address", Providers.address(access));
        return fields;
    }

    private SequencedMap<String, Object> asJson(List<Result> cases, boolean passed) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("model", check.orElse(""));
        fields.put("passed", passed);
        fields.put("cases", cases.stream().map(one -> {
            var row = new LinkedHashMap<String, Object>();
            row.put("name", one.name());
            row.put("passed", one.passed());
            row.put("detail", one.detail());
            return row;
        }).toList());
        return fields;
    }
}
