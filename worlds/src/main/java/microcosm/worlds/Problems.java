package microcosm.worlds;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import microcosm.worlds.syntax.Fault;
import microcosm.worlds.syntax.Source;
import microcosm.worlds.syntax.Spelling;
import microcosm.worlds.syntax.Words;

/// Gathers what is wrong with a file; the same mistake seen in several arms counts once.
final class Problems {
    /// Beyond this many, the rest is only counted.
    static final int MOST = 1000;
    private static final int LONGEST_QUOTE = 60;

    private final Map<String, Problem> found = new LinkedHashMap<>();
    private int unreported;

    static Position position(Source source, int offset) {
        return new Position(source.file(), source.line(offset), source.column(offset));
    }

    static Position position(Words words) { return position(words.source(), words.offset()); }

    void add(Problem problem) {
        String key = problem.at().line() + ":" + problem.at().column() + ":" + problem.at().file() + ":"
                + problem.what();
        if (found.size() < MOST) {
            found.putIfAbsent(key, problem);
        } else if (!found.containsKey(key)) {
            unreported++;
        }
    }

    void add(Fault fault) {
        add(new Problem(position(fault.source(), fault.offset()), fault.what(), fault.nearest(), fault.expected()));
    }

    void add(Words at, String what, String expected) { add(at, 0, what, expected); }

    /// @param index of the character within the words
    void add(Words at, int index, String what, String expected) {
        add(new Problem(position(at.source(), at.offset(index)), what, List.of(), expected));
    }

    /// `unknown KIND "NAME"`, with the nearest spelling and what is known here.
    void unknown(Words at, String kind, Collection<String> known) {
        List<String> some = known.stream().distinct().sorted().limit(30).toList();
        String list = some.isEmpty()
                ? "none is declared here"
                : "known here: " + String.join(", ", some) + (known.size() > 30 ? ", …" : "");
        add(new Problem(position(at), "unknown " + kind + " " + quoted(at.text()), Spelling.nearest(at.text(), known),
                list));
    }

    static String quoted(String text) {
        return "\"" + (text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) + "…" : text) + "\"";
    }

    boolean isEmpty() { return found.isEmpty(); }

    /// @return how many there are, those not shown included
    int count() { return found.size() + unreported; }

    /// @return sorted by position
    List<Problem> sorted() {
        var all = new ArrayList<>(found.values().stream().sorted().toList());
        if (unreported > 0) {
            Problem last = all.getLast();
            all.add(new Problem(last.at(), unreported + " more problems are not shown", List.of(), "mend these first"));
        }
        return List.copyOf(all);
    }
}
