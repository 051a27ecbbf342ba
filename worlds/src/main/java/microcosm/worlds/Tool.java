package microcosm.worlds;

import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// Something people may ask and that answers by itself: a table to look things up in, a calculator, a document. Whoever uses it, and
/// nobody else, learns what it says.
///
/// @param kind which mechanism answers: `lookup`, `calculator`, `document`
/// @param about what its users are told of it, in one line; may be empty
/// @param users who may use it; empty for everybody
/// @param uses how often one person may use it in one turn, at least 1
/// @param text of a document: paragraphs apart by an empty line
/// @param rows of a table: column → cell
public record Tool(String id, String name, String kind, String about, Optional<List<String>> users, int uses,
        String text, List<SequencedMap<String, String>> rows, Position at) {
    public Tool {
        users = users.map(List::copyOf);
        rows = List.copyOf(rows);
    }

    /// Whether somebody may use it: named themselves, or by their role or population.
    public boolean isFor(Person person) {
        return users.map(ids -> ids.contains(person.id()) || person.role().filter(ids::contains).isPresent()
                || ids.contains(person.options().getOrDefault("population", ""))).orElse(true);
    }
}
