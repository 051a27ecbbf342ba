package microcosm.audit;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SequencedMap;

/// One thing somebody said, did, or both, in one step.
///
/// @param event what evidence cites: the event id in a trace, `run/line` in an imported file; unique within the run
/// @param step from 0; does not fall within a run
/// @param to who heard the text, in cast order; `*` alone for everybody in the run; empty where nobody did
/// @param hidden what only the speaker saw: a scratchpad, a chain of thought; empty where there was none
/// @param action what the speaker did in this step, name → number or word
/// @param state what only the speaker knew, name → number or word
/// @param time seconds since 1970, where the source says
/// @param rest what the importer could not map, name → text or JSON
public record Message(String event, int step, String from, List<String> to, String text, String hidden,
        SequencedMap<String, String> action, SequencedMap<String, String> state, OptionalDouble time,
        SequencedMap<String, String> rest) {
    public static final String EVERYBODY = "*";

    public Message {
        to = List.copyOf(to);
        action = copy(action);
        state = copy(state);
        rest = copy(rest);
    }

    /// Something said in public, and nothing else.
    public Message(String event, int step, String from, String text) {
        this(event, step, from, List.of(EVERYBODY), text, "", new LinkedHashMap<>(), new LinkedHashMap<>(),
                OptionalDouble.empty(), new LinkedHashMap<>());
    }

    /// Whether `person` heard the text; nobody hears themselves.
    public boolean heardBy(String person) {
        return !person.equals(from) && (to.contains(person) || to.contains(EVERYBODY));
    }

    public boolean isHeard() { return !to.isEmpty() && !text.isEmpty(); }

    /// The same message with other words.
    public Message saying(String words) {
        return new Message(event, step, from, to, words, hidden, action, state, time, rest);
    }

    /// The same message with another action.
    public Message doing(SequencedMap<String, String> done) {
        return new Message(event, step, from, to, text, hidden, done, state, time, rest);
    }

    /// What an outsider gets of it: no hidden text and no state.
    public Message overt() {
        return new Message(event, step, from, to, text, "", action, new LinkedHashMap<>(), time, rest);
    }

    /// Reads a value as a number.
    static OptionalDouble number(String value) {
        if (value.isEmpty() || value.length() > 40 || "0123456789-+.".indexOf(value.charAt(0)) < 0) {
            return OptionalDouble.empty();
        }
        try {
            double number = Double.parseDouble(value);
            return Double.isFinite(number) ? OptionalDouble.of(number) : OptionalDouble.empty();
        } catch (NumberFormatException _) {
            return OptionalDouble.empty();
        }
    }

    private static SequencedMap<String, String> copy(SequencedMap<String, String> map) {
        return map.isEmpty()
                ? Collections.emptyNavigableMap()
                : Collections.unmodifiableSequencedMap(new LinkedHashMap<>(map));
    }
}
