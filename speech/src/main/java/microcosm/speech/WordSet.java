package microcosm.speech;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// A closed list of words that are alike to a rule.
final class WordSet {
    private WordSet() {}

    /// @return the words, in this order
    static Set<String> of(String... words) { return Collections.unmodifiableSet(new LinkedHashSet<>(List.of(words))); }
}
