package microcosm.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import microcosm.trace.Event;
import microcosm.trace.Trace;
import microcosm.viewer.Plain;
import microcosm.worlds.syntax.Spelling;

/// The person of a run whom a user means.
record Somebody(String id, String name) {
    /// @param named an id, or a part of a name that only one person has, in any case
    /// @throws UserException if that is nobody, or more than one
    static Somebody of(Trace trace, String named) {
        var cast = new LinkedHashMap<String, String>();
        try (Stream<Event> events = trace.events()) {
            events.takeWhile(event -> event.id().step() == 0).filter(event -> event instanceof Event.Cast)
                    .map(event -> (Event.Cast) event).forEach(event -> cast.put(event.id().owner(), event.name()));
        }
        String known = cast.get(named);
        if (known != null) {
            return new Somebody(named, known);
        }
        List<Somebody> called = cast.entrySet().stream()
                .filter(person -> person.getValue().toLowerCase(Locale.ROOT).contains(named.toLowerCase(Locale.ROOT)))
                .map(person -> new Somebody(person.getKey(), person.getValue())).toList();
        if (called.size() == 1) {
            return called.getFirst();
        }
        var words = new ArrayList<>(cast.sequencedKeySet());
        cast.sequencedValues().forEach(name -> words.addAll(List.of(name.split(" "))));
        throw new UserException(Plain.line((called.isEmpty()
                ? "nobody is called \"" + named + "\"" + Spelling.suggestion(named, words)
                : "more than one person is called \"" + named + "\"")) + "\n  there are: "
                + Plain.line(Listed.of(cast.sequencedKeySet())));
    }
}
