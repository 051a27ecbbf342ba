package microcosm.worlds;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// How words reach people.
///
/// @param speakers who may speak on it
/// @param hearers who hears what is said; judged when it is said
/// @param open when it can be used
/// @param delay steps until what was said is heard; 0 for at once
/// @param loss probability that one hearer misses one message, in [0, 1]
/// @param limit how many messages one person may send on it in a step; 0 for any number
/// @param longest how many characters one message may have; 0 for any number
/// @param monitors person or institution ids that hear everything on it
/// @param paraphrase the name of the paraphraser every message passes through; empty for none
public record Channel(String id, String name, Members speakers, Members hearers, Schedule open,
        Optional<Formula> openWhen, int delay, BigDecimal loss, int limit, int longest, List<String> monitors,
        Optional<String> paraphrase, Position at) {
    public Channel {
        monitors = List.copyOf(monitors);
    }

    /// A set of people as an author names it; judged against the state whenever it is asked for.
    public sealed interface Members {
        record Everyone() implements Members {}

        /// Only whom the speaker addresses.
        record Addressee() implements Members {}

        /// Whoever is where the speaker is.
        record SamePlace() implements Members {}

        /// Whoever stands in a relation to the speaker: `neighbours by follows`.
        record Related(String relation) implements Members {}

        /// Named people, and everybody who plays a named role or belongs to a named population.
        record Named(List<String> ids) implements Members {
            public Named {
                ids = List.copyOf(ids);
            }
        }

        /// Whoever the expression holds for.
        record Where(Formula holds) implements Members {}
    }
}
