package microcosm.agents;

import java.util.List;

/// A setting of a policy that a world may change: `policy: gossip(talk: 0.7)`, or a trait of the person, `- traits: talk 0.7`.
sealed interface Parameter {
    /// @return as a world writes it
    String name();

    /// @return one line for people
    String summary();

    /// A number in [least, most].
    record Amount(String name, double fallback, double least, double most, String summary) implements Parameter {}

    /// One of several words, the first of which is the default.
    record Word(String name, List<String> options, String summary) implements Parameter {
        public Word {
            options = List.copyOf(options);
        }
    }

    /// Words as they are written, without a comma.
    record Text(String name, String fallback, String summary) implements Parameter {}

    /// Claims, as links to their headings or by id, separated by spaces; none by default.
    record Claims(String name, String summary) implements Parameter {}

    /// Ids of what the world declares, separated by spaces; none by default.
    record Names(String name, String summary) implements Parameter {}
}
