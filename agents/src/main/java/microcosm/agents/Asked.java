package microcosm.agents;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

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
    private static final Pattern EVENT = Pattern.compile("\\d+\\.\\d+/.+/\\d+");

    /// @throws microcosm.models.ModelException if no answer could be had
    static <T> Asked<T> ask(LanguageModel model, Prompt prompt, Question<T> question, Inner inner) {
        var answers = new ArrayList<Answer<T>>();
        EventId replied = inner.write(id -> {
            Answer<T> answer = model.ask(id.toString(), prompt, question);
            answers.add(answer);
            return new Event.Replied(id, causes(prompt), model.name(), question.purpose(), answer.request(),
                    answer.text(),
                    answer.outcome());
        });
        return new Asked<>(replied, answers.getFirst().value());
    }

    /// @return the events that put something into a prompt, in its order
    private static List<EventId> causes(Prompt prompt) {
        var causes = new ArrayList<EventId>();
        for (String source : prompt.sources()) {
            // Most sources are places in the world, and no event's.
            if (Character.isDigit(source.charAt(0)) && EVENT.matcher(source).matches()) {
                causes.add(EventId.parse(source));
            }
        }
        return causes;
    }
}
