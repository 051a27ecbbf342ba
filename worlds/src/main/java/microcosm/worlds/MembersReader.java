package microcosm.worlds;

import java.util.List;
import java.util.Optional;

import microcosm.worlds.Channel.Members;
import microcosm.worlds.syntax.Words;

/// Reads who: `everyone`, `addressee`, `same place`, `neighbours by follows`, `where grain < 6`, or names separated by commas.
final class MembersReader {
    static final List<Names.Kind> PEOPLE = List.of(Names.Kind.PERSON, Names.Kind.ROLE, Names.Kind.POPULATION);
    private static final String NEIGHBOURS = "neighbours by ";
    private static final String WHERE = "where ";

    private final Reading reading;
    private final FormulaReader formulas;
    private final References references;

    MembersReader(Reading reading, FormulaReader formulas, References references) {
        this.reading = reading;
        this.formulas = formulas;
        this.references = references;
    }

    /// @return who; empty, and a problem, where the text names nobody
    Optional<Members> read(Words written) {
        Words words = reading.resolved(written).strip();
        String text = words.text();
        return switch (text) {
            case "everyone" -> Optional.of(new Members.Everyone());
            case "addressee" -> Optional.of(new Members.Addressee());
            case "same place" -> Optional.of(new Members.SamePlace());
            case "nobody" -> Optional.of(new Members.Named(List.of()));
            case "" -> {
                reading.wrong(words, "nothing where it should say who",
                        "everyone, addressee, same place, names, or where and a condition");
                yield Optional.empty();
            }
            default -> other(words, text);
        };
    }

    private Optional<Members> other(Words words, String text) {
        if (text.startsWith(NEIGHBOURS)) {
            return Optional.of(new Members.Related(text.substring(NEIGHBOURS.length()).strip()));
        }
        if (text.startsWith(WHERE)) {
            return formulas.read(words.sub(WHERE.length(), text.length()).strip()).map(Members.Where::new);
        }
        int before = reading.problems.count();
        List<String> ids = references.list(words, PEOPLE);
        return reading.problems.count() > before && ids.isEmpty()
                ? Optional.empty()
                : Optional.of(new Members.Named(ids));
    }
}
