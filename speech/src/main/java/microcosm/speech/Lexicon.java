package microcosm.speech;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// A list of words by family, as it stands at the door of this room. `reading.txt` is the reader's, `realising.txt` the realiser's.
final class Lexicon {
    static final Lexicon READING = Lexicon.load("lexicon/reading.txt");

    private final Map<String, List<Line>> lines;

    /// @param words those that stand before a bar
    /// @param loose those that stand after it
    record Line(List<String> words, List<String> loose) {
        List<String> all() {
            var all = new ArrayList<>(words);
            all.addAll(loose);
            return all;
        }
    }

    private Lexicon(Map<String, List<Line>> lines) { this.lines = lines; }

    static Lexicon load(String resource) {
        try (InputStream in = Lexicon.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("no " + resource + " beside the classes of this room");
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Lexicon parse(String text) {
        var lines = new LinkedHashMap<String, List<Line>>();
        for (String line : text.replace("\n ", " ").split("\n")) {
            int colon = line.indexOf(": ");
            if (line.startsWith("#") || colon < 0) {
                continue;
            }
            String[] halves = line.substring(colon + 2).split("\\|");
            lines.computeIfAbsent(line.substring(0, colon), family -> new ArrayList<>())
                    .add(new Line(split(halves[0]), halves.length > 1 ? split(halves[1]) : List.of()));
        }
        return new Lexicon(lines);
    }

    private static List<String> split(String list) {
        var words = new ArrayList<String>();
        for (String word : list.split(",")) {
            if (!word.isBlank()) {
                words.add(word.strip());
            }
        }
        return List.copyOf(words);
    }

    /// @return every line of a family; empty for none
    List<Line> lines(String family) { return lines.getOrDefault(family, List.of()); }

    /// @return all words of a family, in the order of the list
    List<String> words(String family) { return lines(family).stream().flatMap(line -> line.all().stream()).toList(); }

    Set<String> set(String family) { return new TreeSet<>(words(family)); }

    Phrases<Boolean> phrases(String family) { return Phrases.of(words(family)); }

    /// @return the names of the families that begin with `prefix`, without it
    List<String> families(String prefix) {
        return lines.keySet().stream().filter(name -> name.startsWith(prefix))
                .map(name -> name.substring(prefix.length())).toList();
    }
}
