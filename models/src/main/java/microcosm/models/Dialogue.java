package microcosm.models;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import microcosm.prompts.Prompt;

/// Asks a source of replies until one can be used, at most a few times: each time the model is shown its last reply and
/// what is wrong with it. What cannot be used never leaves here as a value.
final class Dialogue implements LanguageModel {
    /// How often a model is asked again before its silence is accepted.
    static final int REPAIRS = 2;

    private final ModelSpec spec;
    private final ReplySource source;
    private final int repairs;

    Dialogue(ModelSpec spec, ReplySource source, int repairs) {
        this.spec = spec;
        this.source = source;
        this.repairs = repairs;
    }

    @Override
    public String name() { return spec.toString(); }

    @Override
    public <T> Answer<T> ask(String call, Prompt prompt, Question<T> question) {
        var messages = new ArrayList<>(List.of(Message.told(prompt.text())));
        for (int turn = 1;; turn++) {
            var request = new Request(turn == 1 ? call : call + "~" + turn, spec.name(), spec.parameters(),
                    question.purpose(), messages, question.schema());
            var reply = source.reply(request);
            try {
                var words = Words.of(reply, request);
                return new Answer<>(Optional.of(question.read(words.text())), reply.text(), words.outcome(),
                        request.digest());
            } catch (UnusableReplyException unusable) {
                if (turn > repairs || !Repair.helps(unusable)) {
                    return new Answer<>(Optional.empty(), reply.text(), unusable.kind(), request.digest());
                }
                messages.addAll(Repair.messages(reply, unusable));
            }
        }
    }
}
