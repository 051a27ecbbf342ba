package microcosm.speech;

import java.util.function.Supplier;
import java.util.random.RandomGenerator;

/// Says an intent in words, varied by who speaks and by chance. What it says can be read; it is not promised that it is read as
/// meant.
public interface Realiser {
    /// @param setting the moment, as for a [Reader]
    /// @param chance makes a generator for this utterance, the same each time
    String realise(Intent intent, Setting setting, Supplier<? extends RandomGenerator> chance);
}
