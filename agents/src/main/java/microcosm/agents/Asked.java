package microcosm.agents;

import java.util.ArrayList;
import java.util.Optional;

import microcosm.models.Answer;
import microcosm.models.LanguageModel;
import microcosm.models.Question;
import microcosm.prompts.Prompt;
import microcosm.trace.Event;
import microcosm.trace.EventId;

/// A question that was put to somebody's model, as the trace has it.
///
/// @param replied the event of the reply; the call has its name
/// @param value empty where no reply could be used; the event says why
record Asked<T>(EventId replied, Optional<T> value) {
    /// @throws microcosm.models.ModelException if no answer could be had
    static <T> Asked<T> ask(LanguageModel model, Prompt prompt, Question<T> question, Inner inner) {
        var answers = new ArrayList<Answer<T>>();
        EventId replied = inner.write(id -> {
            Answer<T> answer = model.ask(id.toString(), prompt, question);
            answers.add(answer);
            return new Event.Replied(id, prompt.events().stream().map(EventId::parse).toList(), model.name(),
                    question.purpose(), answer.request(), answer.text(), answer.outcome());
        });
        return new Asked<>(replied, answers.getFirst().value());
    }
}
