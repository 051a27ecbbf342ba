package microcosm.gamemaster;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import microcosm.agents.Inner;
import microcosm.models.Answer;
import microcosm.models.LanguageModel;
import microcosm.models.Question;
import microcosm.prompts.Prompt;
import microcosm.trace.Event;
import microcosm.trace.EventId;

/// What a model answered the game master.
///
/// @param value empty where no reply could be used
/// @param event in which the trace keeps the reply
record Consulted<T>(Optional<T> value, EventId event) {
    /// Asks, and writes down what was answered, usable or not.
    static <T> Consulted<T> ask(LanguageModel model, Question<T> question, Prompt prompt, List<EventId> causes,
            Inner inner) {
        var value = new ArrayList<T>();
        EventId event = inner.write(id -> {
            Answer<T> answer = model.ask(id.toString(), prompt, question);
            answer.value().ifPresent(value::add);
            return new Event.Replied(id, causes, model.name(), question.purpose(), answer.request(), answer.text(),
                    answer.outcome());
        });
        return new Consulted<>(value.stream().findFirst(), event);
    }
}
