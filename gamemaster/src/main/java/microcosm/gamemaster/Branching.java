package microcosm.gamemaster;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

import microcosm.models.ModelSpec;
import microcosm.trace.EventId;

/// Where a fork leaves its parent, and what it changes from there on. Nothing changed is a sham: it plays as the parent did.
///
/// @param at the first step that is its own, from 1
/// @param settings parameter → value from that step on
/// @param said id of somebody's words → other words; none for a turn that is to be silent
/// @param heard person → id of somebody's words, or of how they were carried → what reaches this person instead
/// @param models person id → who plays them from that step on
/// @param steps how far to play; empty for as far as the clock goes
public record Branching(int at, SequencedMap<String, String> settings, SequencedMap<EventId, String> said,
        SequencedMap<String, SequencedMap<EventId, String>> heard, SequencedMap<String, ModelSpec> models,
        Optional<Integer> steps) {
    public Branching {
        settings = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(settings));
        said = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(said));
        heard = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(heard));
        models = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(models));
    }

    public static Branching at(int step) {
        return new Branching(step, new LinkedHashMap<>(), new LinkedHashMap<>(), new LinkedHashMap<>(),
                new LinkedHashMap<>(), Optional.empty());
    }

    public Branching saying(EventId event, String text) {
        var more = new LinkedHashMap<>(said);
        more.put(event, text);
        return new Branching(at, settings, more, heard, models, steps);
    }

    public Branching hearing(String person, EventId event, String text) {
        var more = new LinkedHashMap<>(heard);
        var own = new LinkedHashMap<>(more.getOrDefault(person, new LinkedHashMap<>()));
        own.put(event, text);
        more.put(person, own);
        return new Branching(at, settings, said, more, models, steps);
    }

    public Branching setting(String parameter, String value) {
        var more = new LinkedHashMap<>(settings);
        more.put(parameter, value);
        return new Branching(at, more, said, heard, models, steps);
    }

    public Branching playing(String person, ModelSpec model) {
        var more = new LinkedHashMap<>(models);
        more.put(person, model);
        return new Branching(at, settings, said, heard, more, steps);
    }
}
