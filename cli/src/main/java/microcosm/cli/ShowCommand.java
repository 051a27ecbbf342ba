package microcosm.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import microcosm.gamemaster.Preview;
import microcosm.gamemaster.Run;
import microcosm.gamemaster.View;
import microcosm.prompts.Templates;
import microcosm.speech.Setting;
import microcosm.trace.RunFolder;
import microcosm.viewer.Plain;
import microcosm.worlds.Governance;
import microcosm.worlds.Population;
import microcosm.worlds.World;
import microcosm.worlds.WorldInWords;
import microcosm.worlds.WorldSchema;
import microcosm.worlds.WorldTree;

/// `show WORLD`
@Command(name = "show", mixinStandardHelpOptions = true, versionProvider = Version.class, description = {
        "Show a world as it is understood, or exactly what one person would see in one step.", "",
        "Example:  microcosm show weir-village --set rumour=none --as mira-oduya --step 3"})
final class ShowCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(arity = "0..1", paramLabel = "WORLD", description = "a file, the id of a shipped world, or with --as a run folder: "
            + "then what they were asked in that run")
    private Optional<String> world = Optional.empty();

    @Option(names = "--set", paramLabel = "k=v", description = "gives a parameter of the world a value")
    private List<String> set = List.of();

    @Option(names = "--as", paramLabel = "PERSON", description = "a person's id or name: exactly what their model would be "
            + "asked; the others follow their policies, and no model is asked")
    private Optional<String> as = Optional.empty();

    @Option(names = "--step", paramLabel = "N", description = "when, with --as; steps before it are played in memory (default: 1)")
    private Optional<Integer> step = Optional.empty();

    @Option(names = "--seed", paramLabel = "N", description = "the source of all chance, with --as (default: ${DEFAULT-VALUE})")
    private long seed = 1;

    @Option(names = "--prompts", paramLabel = "DIR", description = "templates that take the place of those shipped, with --as")
    private Optional<Path> prompts = Optional.empty();

    @Option(names = "--governance", description = "the rules of its institution in canonical form, and on standard error "
            + "their two SHA-256, as in a run's manifest")
    private boolean governance;

    @Option(names = "--schema", description = "print the JSON Schema of what --json prints, and nothing else")
    private boolean schema;

    @Option(names = "--json", description = "one JSON document on standard output")
    private boolean json;

    ShowCommand(Console console) { this.console = console; }

    @Override
    public Integer call() {
        if (schema) {
            console.json(WorldSchema.tree());
            return ExitCode.DONE;
        }
        if (step.isPresent() && as.isEmpty()) {
            throw new UserException("--step " + step.get() + " needs --as PERSON: whose view of it?");
        }
        if (as.isPresent() && world.isPresent() && Files.isRegularFile(Path.of(world.get(), "trace.jsonl"))) {
            ofARun(Path.of(world.get()), as.get());
            return ExitCode.DONE;
        }
        World shown = ShippedOrFile
                .find(world.orElseThrow(() -> new UserException("which world? A file, or an id: microcosm worlds")))
                .world(Settings.read(set));
        if (governance) {
            rules(shown);
        } else if (as.isPresent()) {
            view(shown, as.get());
        } else if (json) {
            console.json(WorldTree.of(shown));
        } else {
            WorldInWords.lines(shown).forEach(line -> console.say(Plain.line(line)));
        }
        return ExitCode.DONE;
    }

    private void ofARun(Path run, String named) {
        if (!set.isEmpty() || prompts.isPresent() || governance) {
            throw new UserException(run + " was played as it was: --set, --prompts and --governance go with a world");
        }
        new ShownRun(console, RunFolder.at(run), json).say(named, step.orElse(1));
    }

    /// What stands on standard output is what the semantic digest is of, to the byte.
    private void rules(World shown) {
        if (as.isPresent()) {
            throw new UserException("--governance and --as " + as.get() + " ask for two things: leave one out");
        }
        Governance rules = shown.dealings().governance()
                .orElseThrow(() -> new UserException(shown.title() + " has no section Governance"));
        if (json) {
            var result = new LinkedHashMap<String, Object>();
            result.put("world", shown.id());
            result.put("semantic", rules.semanticDigest());
            result.put("text", rules.textDigest());
            result.put("canonical", rules.canonical());
            result.put("written", rules.text());
            console.json(result);
        } else {
            console.out().print(rules.canonical());
            console.note("governance.semantic " + rules.semanticDigest() + " (of the lines above)");
            console.note("governance.text " + rules.textDigest() + " (of the section as written; --json has it)");
        }
    }

    private void view(World shown, String named) {
        int when = step.orElse(1);
        int last = shown.clock().steps();
        if (when < 1 || when > last) {
            throw new UserException("--step " + when + ": " + shown.title() + " has steps 1 to " + last);
        }
        shown.notExecuted().forEach(part -> console.note("not executed yet: " + part));
        Setting.Named person = person(Run.people(shown, seed), named);
        shown.cast().populations().stream().filter(Population::written).forEach(population -> console.note(
                population.name()
                        + " are as the page has them; a model writes them when the world is played, and then: "
                        + "microcosm show RUN --as " + person.id()));
        Templates templates = prompts.map(Templates::overridden).orElseGet(Templates::shipped);
        try (var preview = new Preview(shown, seed, Optional.of(person.id()), templates)) {
            List<View> views = preview.views(person.id(), when);
            if (json) {
                var result = new LinkedHashMap<String, Object>();
                result.put("world", shown.id());
                result.put("person", person.id());
                result.put("step", when);
                result.put("seed", seed);
                result.put("ended", preview.ended().orElse(""));
                result.put("views", views.stream().map(ShowCommand::asJson).toList());
                console.json(result);
            } else if (views.isEmpty()) {
                console.say(person.name() + " is not asked anything in step " + when + (preview.played() < when
                        ? ": it is over after step " + preview.played() + " (" + preview.ended().orElse("") + ")"
                        : ""));
            } else {
                views.forEach(view -> {
                    console.say(console.bold(person.name()));
                    view.prompt().map(prompt -> prompt.text().lines().toList()).orElseGet(view::sentences)
                            .forEach(line -> console.say(Plain.line(line)));
                });
            }
        }
    }

    private static Setting.Named person(List<Setting.Named> people, String named) {
        String lower = named.toLowerCase(Locale.ROOT);
        List<Setting.Named> called = people.stream().filter(one -> one.id().equals(named)).toList();
        List<Setting.Named> found = called.isEmpty()
                ? people.stream().filter(one -> one.name().toLowerCase(Locale.ROOT).contains(lower)).toList()
                : called;
        if (found.size() == 1) {
            return found.getFirst();
        }
        throw new UserException((found.isEmpty() ? "nobody is called \"" : "more than one person is called \"") + named
                + "\"; there are: "
                + String.join(", ", people.stream().limit(30).map(Setting.Named::id).toList())
                + (people.size() > 30 ? " …" : ""));
    }

    private static SequencedMap<String, Object> asJson(View view) {
        var seen = view.situation();
        var fields = new LinkedHashMap<String, Object>();
        fields.put("asked", view.asked().ask());
        seen.place().ifPresent(place -> fields.put("place", place));
        fields.put("holdings", seen.holdings().amounts());
        fields.put("debts", seen.debts().stream()
                .map(debt -> fields("debtor", debt.debtor(), "creditor", debt.creditor(), "goods", debt.goods()))
                .toList());
        fields.put("offers", seen.offers().stream().map(offer -> fields("id", offer.id(), "from", offer.from(), "to",
                offer.to(), "give", offer.give(), "get", offer.get(), "until", offer.until())).toList());
        fields.put("present", List.copyOf(seen.present()));
        fields.put("channels", seen.channels());
        fields.put("actions", seen.actions().stream().map(rule -> rule.name()).toList());
        fields.put("known", seen.known());
        fields.put("perceived",
                view.perceived().stream()
                        .map(one -> fields("event", one.event(), "step", one.step(), "kind",
                                one.kind().name().toLowerCase(Locale.ROOT), "from", one.from().orElse(""), "channel",
                                one.channel().orElse(""), "text", one.text()))
                        .toList());
        fields.put("sentences", view.sentences());
        view.prompt().ifPresent(prompt -> fields.put("prompt", prompt.text()));
        return fields;
    }

    /// @param pairs name, value, name, value …; what is not a number is written as text
    private static SequencedMap<String, Object> fields(Object... pairs) {
        var fields = new LinkedHashMap<String, Object>();
        for (int i = 0; i < pairs.length; i += 2) {
            fields.put(pairs[i].toString(), pairs[i + 1] instanceof Integer number ? number : pairs[i + 1].toString());
        }
        return fields;
    }
}
