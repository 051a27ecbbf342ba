package microcosm.models;

import java.nio.file.Path;
import java.util.function.Function;

import microcosm.prompts.Prompt;

/// A model that says what it was told to say, from a file or a function: for tests, teaching and demonstrations. Its
/// replies are checked, repaired and read exactly as a live model's are.
public final class ScriptedModel implements LanguageModel {
    private final Dialogue dialogue;

    private ScriptedModel(ModelName name, ReplySource source) {
        dialogue = new Dialogue(new ModelSpec(name, Parameters.USUAL), source, Dialogue.REPAIRS);
    }

    /// @param script lines of JSON as [Script] describes them
    /// @throws ModelSetupException if the file cannot be read, with file:line of each bad line
    public static ScriptedModel reading(Path script) {
        return new ScriptedModel(new ModelName(Provider.SCRIPT, script.toString()), Script.read(script));
    }

    /// @param name stands in traces after `script:`
    /// @param replies prompt and call → the text of the reply; must give the same for the same request
    public static ScriptedModel answering(String name, Function<Request, String> replies) {
        return new ScriptedModel(new ModelName(Provider.SCRIPT, name), request -> Reply.of(replies.apply(request)));
    }

    /// As [#answering], for replies that were cut off, withheld or otherwise not plain.
    public static ScriptedModel replying(String name, Function<Request, Reply> replies) {
        return new ScriptedModel(new ModelName(Provider.SCRIPT, name), replies::apply);
    }

    @Override
    public String name() { return dialogue.name(); }

    @Override
    public <T> Answer<T> ask(String call, Prompt prompt, Question<T> question) {
        return dialogue.ask(call, prompt, question);
    }
}
