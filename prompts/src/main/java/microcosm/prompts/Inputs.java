package microcosm.prompts;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// What the inputs of a template are filled with.
///
/// @param passages input → passage
public record Inputs(SequencedMap<String, Passage> passages) {
    public static final Inputs NONE = new Inputs(new LinkedHashMap<>());

    public Inputs {
        passages = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(passages));
    }

    /// @throws IllegalArgumentException if this input is filled already
    public Inputs with(String input, Passage passage) {
        var more = new LinkedHashMap<>(passages);
        if (more.put(input, passage) != null) {
            throw new IllegalArgumentException("input \"" + input + "\" is filled twice");
        }
        return new Inputs(more);
    }

    /// @param source event id or world position of what put it there; empty where nothing did
    public Inputs with(String input, String text, String source) { return with(input, Passage.of(text, source)); }
}
