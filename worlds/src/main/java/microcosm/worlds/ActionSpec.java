package microcosm.worlds;

import java.math.BigDecimal;
import java.util.List;

/// What somebody is asked to do. The answer is always text.
public sealed interface ActionSpec {
    /// @return the question put to the person
    String ask();

    /// Anything at all, in the person's own words; what of it happens is for the game master to read.
    record Attempting(String ask) implements ActionSpec {}

    /// Words only: nothing said here can be an attempt.
    record Speak(String ask) implements ActionSpec {}

    /// One of the options, word for word.
    record Choose(String ask, List<String> options) implements ActionSpec {
        public Choose {
            options = List.copyOf(options);
            if (options.isEmpty()) {
                throw new IllegalArgumentException("a choice needs at least one option");
            }
        }
    }

    /// A number in [least, most].
    ///
    /// @param unit what is counted; empty for a bare number
    record Quantity(String ask, BigDecimal least, BigDecimal most, String unit) implements ActionSpec {}
}
