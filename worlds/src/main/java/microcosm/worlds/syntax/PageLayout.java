package microcosm.worlds.syntax;

import java.util.ArrayList;
import java.util.List;

/// The canonical layout of a page: the same words in the same order, with one blank line between blocks, bullets as `- key: value`, table
/// columns aligned, the keys of the front matter in the order of the format.
///
/// Comments, Notes and fenced blocks keep their lines; prose keeps its line breaks. Only white space moves, and in the front matter
/// quotes and the order of keys.
public final class PageLayout {
    private PageLayout() {}

    /// @return lines ended by LF, the last one too; the same text again for a text in this layout
    /// @throws IllegalArgumentException if the page has faults: what cannot be read cannot be laid out
    public static String of(Page page) {
        if (!page.faults().isEmpty()) {
            throw new IllegalArgumentException("a page with faults has no layout: " + page.faults().getFirst().what());
        }
        Source source = page.source();
        var lines = new ArrayList<String>();
        int body = 1;
        if (page.front().isPresent()) {
            int close = 2;
            while (!line(source, close).strip().equals("---") || !line(source, close).startsWith("---")) {
                close++;
            }
            lines.add("---");
            lines.addAll(FrontLayout.of(page.front().get(), source, 2, close));
            lines.add("---");
            body = close + 1;
        }
        List<String> below = body > source.lines() ? List.of() : new BodyLayout(source, source.start(body)).lines();
        if (!lines.isEmpty() && !below.isEmpty()) {
            lines.add("");
        }
        lines.addAll(below);
        return lines.isEmpty() ? "" : String.join("\n", lines) + "\n";
    }

    /// @param number from 1
    /// @return the line without its end
    static String line(Source source, int number) {
        int from = source.start(number);
        int to = number == source.lines() ? source.text().length() : source.start(number + 1);
        while (to > from && (source.text().charAt(to - 1) == '\n' || source.text().charAt(to - 1) == '\r')) {
            to--;
        }
        return source.text().substring(from, to);
    }

    /// @param to the last line, inclusive
    /// @return lines as they stand, without white space at their ends
    static List<String> lines(Source source, int from, int to) {
        var lines = new ArrayList<String>();
        for (int number = from; number <= to; number++) {
            lines.add(line(source, number).stripTrailing());
        }
        return lines;
    }
}
