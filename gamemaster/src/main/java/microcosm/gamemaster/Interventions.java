package microcosm.gamemaster;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

import microcosm.models.ModelSpec;
import microcosm.trace.EventId;

/// What a fork changes: the words somebody said, what one person heard of an event, and settings from a step on. Everything read, settled
/// and remembered afterwards follows from it.
///
/// @param said id of an [microcosm.trace.Event.Acted] → the words instead; no words for a person who is to do nothing
/// @param heard person → event → what reaches this person instead
/// @param branches where the run left another, oldest first; empty for a run that is no fork
public record Interventions(SequencedMap<EventId, String> said,
        SequencedMap<String, SequencedMap<EventId, String>> heard, List<Branch> branches) {
    public static final Interventions NONE = new Interventions(new LinkedHashMap<>(), new LinkedHashMap<>());

    public Interventions {
        said = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(said));
        heard = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(heard));
        branches = List.copyOf(branches);
    }

    public Interventions(SequencedMap<EventId, String> said,
            SequencedMap<String, SequencedMap<EventId, String>> heard) {
        this(said, heard, List.of());
    }

    /// Where a run left another.
    ///
    /// @param parent name of the other's folder
    /// @param at the first step that is the run's own, at least 1
    /// @param prefix the chain's value of the other run at the end of the step before, base64url
    /// @param settings parameter → value from that step on
    /// @param models person id → who plays them from that step on
    public record Branch(String parent, int at, String prefix, SequencedMap<String, String> settings,
            SequencedMap<String, ModelSpec> models) {
        public Branch {
            settings = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(settings));
            models = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(models));
        }
    }

    String said(EventId event, String text) { return said.isEmpty() ? text : said.getOrDefault(event, text); }

    Optional<String> heard(String person, EventId event) {
        return heard.isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(heard.getOrDefault(person, new LinkedHashMap<>()).get(event));
    }
}
