package microcosm.gamemaster;

import java.util.Optional;

import microcosm.models.Answer;
import microcosm.models.LanguageModel;
import microcosm.models.Question;
import microcosm.prompts.Prompt;

/// What models of a run were asked, exactly, by playing it again.
///
/// @param call name of the call, which is its event's
/// @param model who was asked
public record Asked(String call, String model, Prompt prompt) {
    /// Told of every question before it is put.
    interface Witness {
        /// For when nobody wants to know.
        Witness NOBODY = _ -> {};

        /// Called by several threads at once.
        void asked(Asked question);
    }

    /// @return a model that answers as the other does, with a witness
    static LanguageModel witnessed(LanguageModel model, Witness witness) {
        return new LanguageModel() {
            @Override
            public String name() { return model.name(); }

            @Override
            public <T> Answer<T> ask(String call, Prompt prompt, Question<T> question) {
                witness.asked(new Asked(call, model.name(), prompt));
                return model.ask(call, prompt, question);
            }
        };
    }

    /// Keeps the question of one call.
    static final class One implements Witness {
        private final String call;
        private Optional<Asked> question = Optional.empty();

        One(String call) { this.call = call; }

        @Override
        public synchronized void asked(Asked asked) {
            if (asked.call().equals(call)) {
                question = Optional.of(asked);
            }
        }

        synchronized Optional<Asked> question() { return question; }
    }
}
