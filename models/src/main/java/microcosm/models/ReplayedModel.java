package microcosm.models;

import microcosm.prompts.Prompt;

/// A model that says again what it said in a recorded run, and nothing else: a call the run never made is an error, and
/// so is a known call with another prompt.
public final class ReplayedModel implements LanguageModel {
    private final Dialogue dialogue;

    /// @param spec the model that replied in the recorded run, and how it was asked
    /// @param journal the recorded run's; nothing is written to it
    public ReplayedModel(ModelSpec spec, Replies journal) {
        dialogue = new Dialogue(spec, request -> recorded(journal, request), Dialogue.REPAIRS);
    }

    private static Reply recorded(Replies journal, Request request) {
        return Json.reply(journal.recorded(request.call(), request.digest())
                .orElseThrow(() -> new ModelException("no reply to " + request.call() + " (" + request.purpose()
                        + ") as it is asked now was recorded from " + request.model(), false)));
    }

    @Override
    public String name() { return dialogue.name(); }

    @Override
    public <T> Answer<T> ask(String call, Prompt prompt, Question<T> question) {
        return dialogue.ask(call, prompt, question);
    }
}
