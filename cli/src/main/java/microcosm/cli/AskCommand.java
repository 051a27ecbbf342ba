package microcosm.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import microcosm.agents.Interview;
import microcosm.gamemaster.Interviews;
import microcosm.gamemaster.Played;
import microcosm.memory.Recollection;
import microcosm.trace.Explanation;
import microcosm.trace.RunFolder;
import microcosm.trace.Trace;
import microcosm.viewer.Plain;

/// `ask RUN PERSON QUESTION`
@Command(name = "ask", mixinStandardHelpOptions = true, versionProvider = Version.class, description = {
        "Ask somebody of a run on the side: what they think of the claims a question speaks of, and what it brings to their mind, "
                + "each memory with its event and score; whoever was played by a model is asked again, and answers in words. Nobody "
                + "remembers it, and the run stays as it is.",
        "", "Example:  microcosm ask runs/weir-village-0123456789ab mira-oduya \"Will the mill stop?\" --at 3"})
final class AskCommand implements Callable<Integer> {
    private final Console console;

    @Parameters(index = "0", paramLabel = "RUN", description = "a run folder")
    private Path run = Path.of("");

    @Parameters(index = "1", paramLabel = "PERSON", description = "a person's id or name")
    private String person = "";

    @Parameters(index = "2", paramLabel = "QUESTION", description = "in words")
    private String question = "";

    @Option(names = "--at", paramLabel = "STEP", description = "at the end of which step, 0 for before the first (default: the last played)")
    private Optional<Integer> at = Optional.empty();

    @Option(names = "--limit", paramLabel = "N", description = "how many memories come up at most (default: ${DEFAULT-VALUE})")
    private int limit = 5;

    @Mixin
    private Asking asking = new Asking();

    @Option(names = "--json", description = "one JSON document on standard output")
    private boolean json;

    AskCommand(Console console) { this.console = console; }

    @Override
    public Integer call() {
        if (limit < 1) {
            throw new UserException("--limit must be at least 1");
        }
        if (question.isBlank()) {
            throw new UserException("the question is empty");
        }
        RunFolder folder = RunFolder.at(run);
        Imported.refuse(folder);
        Somebody somebody = Somebody.of(Trace.of(folder), person);
        Played played = Played.of(folder);
        Interview interview = Interviews.ask(folder, somebody.id(), question, at, limit,
                asking.switchboard(console, played.world(), played.options().minds(), 1, console.environment()),
                warning -> console.note("microcosm: " + warning));
        if (json) {
            console.json(asJson(somebody, interview));
        } else {
            String unit = Played.of(folder).world().clock().unit();
            console.say(console.bold(Plain.line(somebody.name())) + ", asked aside "
                    + (interview.step() == 0 ? "before " + unit + " 1" : "after " + unit + " " + interview.step())
                    + ": “" + Plain.line(question) + "”");
            say(interview);
        }
        return ExitCode.DONE;
    }

    private void say(Interview interview) {
        console.say("");
        Wrapped.lines(Plain.line(interview.answer()), 4).forEach(console::say);
        var table = new Table(false, false, false);
        interview.views().forEach(view -> table.row(rounded(view.credence().doubleValue()),
                view.since().map(Object::toString).orElse("from the start"), Plain.line(view.title())));
        interview.thoughts().forEach(one -> table.row(rounded(one.recollection().score()),
                one.recollection().memory().event().toString(),
                Plain.line(
                        one.from().map(name -> name + ": ").orElse("") + one.recollection().memory().text().strip())));
        console.say("");
        table.lines().forEach(line -> console.say(console.dim(line)));
    }

    private static String rounded(double value) {
        return BigDecimal.valueOf(value).setScale(4, RoundingMode.HALF_EVEN).toPlainString();
    }

    private SequencedMap<String, Object> asJson(Somebody somebody, Interview interview) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("run", run.toString());
        fields.put("person", somebody.id());
        fields.put("name", somebody.name());
        fields.put("question", interview.question());
        fields.put("step", interview.step());
        fields.put("answer", interview.answer());
        fields.put("credences", interview.views().stream().map(AskCommand::asJson).toList());
        fields.put("recollections", interview.thoughts().stream().map(AskCommand::asJson).toList());
        return fields;
    }

    private static SequencedMap<String, Object> asJson(Interview.View view) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("claim", view.claim());
        fields.put("title", view.title());
        fields.put("credence", view.credence());
        view.since().ifPresent(event -> fields.put("event", event.toString()));
        return fields;
    }

    private static SequencedMap<String, Object> asJson(Interview.Thought thought) {
        Recollection one = thought.recollection();
        var fields = new LinkedHashMap<String, Object>();
        fields.put("event", one.memory().event().toString());
        fields.put("step", one.memory().step());
        fields.put("score", one.score());
        thought.from().ifPresent(name -> fields.put("from", name));
        fields.put("text", one.memory().text());
        fields.put("why", asJson(one.why()));
        return fields;
    }

    private static SequencedMap<String, Object> asJson(Explanation why) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("value", why.value());
        fields.put("what", why.what());
        if (!why.from().isEmpty()) {
            fields.put("from", why.from().stream().map(AskCommand::asJson).toList());
        }
        return fields;
    }
}
