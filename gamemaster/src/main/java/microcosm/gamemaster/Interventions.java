package microcosm.gamemaster;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

import microcosm.trace.EventId;

/// What a fork changes: the words somebody said, and what one person heard of an event. Everything read, settled and remembered
/// afterwards follows from the changed words.
///
/// @param said id of an [microcosm.trace.Event.Acted] → the words instead; no words for a person who is to do nothing
/// @param heard person → event → what reaches this person instead
public record Interventions(SequencedMap<EventId, String> said,
        SequencedMap<String, SequencedMap<EventId, String>> heard) {
    public static final Interventions NONE = new Interventions(new LinkedHashMap<>(), new LinkedHashMap<>());

    public Interventions {
        said = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(said));
        heard = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(heard));
    }

    String said(EventId event, String text) { return said.getOrDefault(event, text); }

    Optional<String> heard(String person, EventId event) {
        return Optional.ofNullable(heard.getOrDefault(person, new LinkedHashMap<>()).get(event));
    }
}
