package microcosm.prompts;

import java.util.Optional;
import java.util.SequencedSet;
import java.util.TreeSet;

/// What the inputs of a template are filled with. Cannot be changed; one with more is another, and shares what it has.
public final class Inputs {
    public static final Inputs NONE = new Inputs();

    private final Inputs before;
    private final String input;
    private final Passage passage;
    private final int size;

    private Inputs() {
        before = this;
        input = "";
        passage = Passage.NOTHING;
        size = 0;
    }

    private Inputs(Inputs before, String input, Passage passage) {
        this.before = before;
        this.input = input;
        this.passage = passage;
        size = before.size + 1;
    }

    /// @throws IllegalArgumentException if this input is filled already
    public Inputs with(String name, Passage filling) {
        if (of(name).isPresent()) {
            throw new IllegalArgumentException("input \"" + name + "\" is filled twice");
        }
        return new Inputs(this, name, filling);
    }

    /// @param source event id or world position of what put it there; empty where nothing did
    public Inputs with(String name, String text, String source) { return with(name, Passage.of(text, source)); }

    /// @return empty where this input is not filled
    Optional<Passage> of(String name) {
        for (Inputs one = this; one.size > 0; one = one.before) {
            if (one.input.equals(name)) {
                return Optional.of(one.passage);
            }
        }
        return Optional.empty();
    }

    /// Whether these are filled, each, and no other is.
    boolean areThese(SequencedSet<String> names) {
        boolean all = size == names.size();
        for (String name : names) {
            all &= of(name).isPresent();
        }
        return all;
    }

    /// @return in order of their characters
    SequencedSet<String> names() {
        var names = new TreeSet<String>();
        for (Inputs one = this; one.size > 0; one = one.before) {
            names.add(one.input);
        }
        return names;
    }
}
