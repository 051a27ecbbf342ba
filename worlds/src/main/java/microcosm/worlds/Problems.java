package microcosm.worlds;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
    /// Problems that only repeat, less exactly, what stands at the same place.
    private final Set<Problem> weak = new LinkedHashSet<>();
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

    /// Adds a problem that gives way to any other at the same place.
    void addWeak(Words at, String what, List<String> nearest, String expected) {
        var problem = new Problem(position(at), what, nearest, expected);
        weak.add(problem);
        add(problem);
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
        add(new Problem(position(at), "unknown " + kind + " " + quoted(at.text()), Spelling.nearest(at.text(), known),
                listed(known)));
    }

    static String listed(Collection<String> known) {
        List<String> some = known.stream().distinct().sorted().limit(30).toList();
        return some.isEmpty()
                ? "none is declared here"
                : "known here: " + String.join(", ", some) + (known.size() > 30 ? ", …" : "");
    }

    void addAll(Problems others) {
        weak.addAll(others.weak);
        others.found.values().forEach(this::add);
        unreported += others.unreported;
    }

    static String quoted(String text) {
        return "\"" + (text.length() > LONGEST_QUOTE ? text.substring(0, LONGEST_QUOTE) + "…" : text) + "\"";
    }

    static String counted(int count, String thing) { return count + " " + thing + (count == 1 ? "" : "s"); }

    boolean isEmpty() { return found.isEmpty(); }

    /// @return how many there are, those not shown included
    int count() { return found.size() + unreported; }

    /// @return sorted by position
    List<Problem> sorted() {
        Set<Position> strong = new LinkedHashSet<>();
        found.values().stream().filter(problem -> !weak.contains(problem)).forEach(problem -> strong.add(problem.at()));
        var all = new ArrayList<>(found.values().stream()
                .filter(problem -> !weak.contains(problem) || !strong.contains(problem.at())).sorted().toList());
        if (unreported > 0) {
            Problem last = all.getLast();
            all.add(new Problem(last.at(), unreported + " more problems are not shown", List.of(), "mend these first"));
        }
        return List.copyOf(all);
    }
}
