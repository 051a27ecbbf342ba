package microcosm.models;

import java.util.Optional;

import microcosm.worlds.syntax.Spelling;

/// A model by its name alone: `baseline`, `openai:gpt-4.1`, `script:answers.jsonl`.
///
/// @param model what stands after the first colon; empty for `baseline` and `human`
public record ModelName(Provider provider, String model) {
    public static final ModelName BASELINE = new ModelName(Provider.BASELINE, "");
    /// Somebody at the terminal.
    public static final ModelName HUMAN = new ModelName(Provider.HUMAN, "");

    /// @return who stands before the first colon, if anybody is called that
    static Optional<Provider> provider(String text) { return Provider.named(text.replaceFirst(":.*", "")); }

    /// @throws ModelSetupException if nothing is called that, with the nearest right spelling
    public static ModelName of(String text) {
        int colon = text.indexOf(':');
        var word = colon < 0 ? text : text.substring(0, colon);
        var model = colon < 0 ? "" : text.substring(colon + 1).strip();
        var provider = Provider.named(word).orElseThrow(() -> new ModelSetupException(
                "unknown model \"" + text + "\"" + Spelling.suggestion(word, Provider.words())
                        + "\n  known here: baseline, openai:NAME, anthropic:NAME, gemini:NAME, mistral:NAME, ollama:NAME,"
                        + " compatible:NAME, replay:RUN, script:FILE"));
        boolean alone = provider == Provider.BASELINE || provider == Provider.HUMAN;
        if (alone && colon >= 0) {
            throw new ModelSetupException("model \"" + text + "\": " + word + " takes no name after it");
        }
        if (!alone && model.isEmpty()) {
            throw new ModelSetupException("model \"" + text + "\" lacks a name: expected " + word + ":"
                    + (provider == Provider.REPLAY ? "RUN" : provider == Provider.SCRIPT ? "FILE" : "NAME"));
        }
        return new ModelName(provider, model);
    }

    @Override
    public String toString() { return model.isEmpty() ? provider.word() : provider.word() + ":" + model; }
}
