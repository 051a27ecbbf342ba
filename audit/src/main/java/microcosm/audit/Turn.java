package microcosm.audit;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.SequencedSet;

import microcosm.trace.Event;
import microcosm.worlds.Attempt;

/// What a trace says of one utterance, while it is collected.
final class Turn {
    private static final int LONGEST = 60;

    final Event.Acted acted;
    final SequencedSet<String> hearers = new LinkedHashSet<>();
    private final SequencedMap<String, String> state;
    private final String hidden;
    private final SequencedMap<String, String> action = new LinkedHashMap<>();
    private OptionalDouble time = OptionalDouble.empty();

    Turn(Event.Acted acted, SequencedMap<String, String> state, String hidden) {
        this.acted = acted;
        this.state = state;
        this.hidden = hidden;
    }

    /// Arguments are actions, named `action.parameter`; the words themselves are not.
    void read(Event.Read read) {
        for (Attempt attempt : read.attempts()) {
            boolean imported = attempt.action().equals(TraceExport.ATTEMPT);
            boolean speaks = attempt.arguments().containsValue(acted.text());
            if (!imported && !speaks) {
                action.putIfAbsent("does", attempt.action());
            }
            attempt.arguments().forEach((name, value) -> {
                if (imported && name.equals(TraceExport.TIME)) {
                    time = Message.number(value);
                } else if (value.length() <= LONGEST && !value.equals(acted.text()) && !speaks) {
                    action.putIfAbsent(imported ? name : attempt.action() + "." + name, value);
                }
            });
        }
    }

    Message message() {
        return new Message(acted.id().toString(), acted.id().step(), acted.id().owner(), List.copyOf(hearers),
                acted.text(),
                hidden, action, state, time, new LinkedHashMap<>());
    }
}
