package microcosm.worlds.syntax;

import java.util.List;
import java.util.Optional;

/// The block between two lines of `---`: restricted YAML.
///
/// @param entries in the order of the file; keys are unique
public record FrontMatter(List<Entry> entries) {
    public FrontMatter {
        entries = List.copyOf(entries);
    }

    public record Entry(Words key, Node value) {}

    /// What a key has.
    public sealed interface Node {
        /// @return where it begins, in the source
        int offset();

        record Scalar(Words words) implements Node {
            @Override
            public int offset() { return words.offset(); }
        }

        record Items(List<Node> nodes, int offset) implements Node {
            public Items {
                nodes = List.copyOf(nodes);
            }
        }

        record Entries(List<Entry> entries, int offset) implements Node {
            public Entries {
                entries = List.copyOf(entries);
            }
        }
    }

    public Optional<Entry> entry(String key) {
        return entries.stream().filter(entry -> entry.key().is(key)).findFirst();
    }
}
