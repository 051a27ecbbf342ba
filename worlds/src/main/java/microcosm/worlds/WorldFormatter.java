package microcosm.worlds;

import java.util.Optional;

import microcosm.worlds.syntax.Page;
import microcosm.worlds.syntax.PageLayout;
import microcosm.worlds.syntax.PageParser;
import microcosm.worlds.syntax.Source;

/// Brings a world file into the canonical layout, which FORMAT.md describes. Idempotent; loses nothing, changes no meaning.
public final class WorldFormatter {
    private WorldFormatter() {}

    /// @return the text in canonical layout; lines end in LF
    /// @throws WorldException if the page cannot be read: what is not understood is not moved
    public static String formatted(WorldFile file) {
        var problems = new Problems();
        file.unreadable().forEach(problems::add);
        if (!problems.isEmpty()) {
            throw new WorldException(problems.sorted());
        }
        Page page = file.page();
        String text = PageLayout.of(page);
        Page again = PageParser.parse(new Source(page.source().file(), text));
        if (!PageContent.of(page).equals(PageContent.of(again))) {
            throw new IllegalStateException(page.source().file() + " would read otherwise after formatting");
        }
        return text;
    }

    /// The first line of a text that is not in canonical layout.
    ///
    /// @param line from 1
    /// @param read the line; empty where the text has ended
    /// @param expected what stands there in the layout; empty where that has ended, or is a blank line
    public record Departure(int line, String read, String expected) {}

    /// @param text as it was read
    /// @param formatted the same in canonical layout
    /// @return where they part; empty where they are the same
    public static Optional<Departure> departure(String text, String formatted) {
        if (text.equals(formatted)) {
            return Optional.empty();
        }
        String[] before = text.split("\n", -1);
        String[] after = formatted.split("\n", -1);
        int line = 0;
        while (line < before.length && line < after.length && before[line].equals(after[line])) {
            line++;
        }
        return Optional.of(new Departure(line + 1, line < before.length ? before[line] : "",
                line < after.length ? after[line] : ""));
    }
}
