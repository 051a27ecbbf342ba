package microcosm.prompts;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import microcosm.prompts.Prompt.Part;

/// What an input of a template is filled with: a text in pieces, each of which knows what put it there.
///
/// What people said and what documents hold is [#quoted]: every line of it begins with `> `, whatever it contains, so that no
/// wording ends the quotation and passes for words of the template, of the game master or of somebody else.
///
/// @param parts in order; none for nothing
public record Passage(List<Part> parts) {
    /// Nothing. An input that stands alone on its line then takes the line with it.
    public static final Passage NOTHING = new Passage(List.of());

    private static final String MARK = "> ";

    /// Whatever some reader may take for the end of a line.
    private static final Pattern LINE_END = Pattern
            .compile("\r\n|[\n\r\u000b\u000c\u001c\u001d\u001e\u0085\u2028\u2029]");

    public Passage {
        parts = full(parts) ? List.copyOf(parts) : parts.stream().filter(part -> !part.text().isEmpty()).toList();
    }

    private static boolean full(List<Part> parts) {
        for (Part part : parts) {
            if (part.text().isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /// Words of the world's author, of the ledger or of the game master.
    ///
    /// @param source event id or world position of what put it here; empty where nothing did
    public static Passage of(String text, String source) { return new Passage(List.of(new Part(text, "", source))); }

    /// Words of somebody else, or of a document, and whose they are.
    ///
    /// @param label one line of ours: `Mira Oduya said, on Open talk:`; an end of line in it becomes a space
    /// @param text anything at all; each of its lines is marked
    public static Passage quoted(String label, String text, String source) {
        return of(oneLine(label) + "\n" + marked(text), source);
    }

    /// Words of somebody else, or a memory that may hold such words, on one marked line with nothing of ours in it: `> I need salt.`
    public static Passage quoted(String text, String source) { return of(MARK + oneLine(text), source); }

    /// Words of the game master or of the ledger on one line, whatever they contain.
    public static Passage line(String text, String source) { return of(oneLine(text), source); }

    private static String oneLine(String text) {
        String stripped = text.strip();
        return plain(stripped) ? stripped : LINE_END.matcher(stripped).replaceAll(" ");
    }

    /// Whether nothing in it can be anything but a letter, a sign or a space. Most texts are plain, and every prompt is made of many.
    private static boolean plain(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) < ' ' || text.charAt(at) > '~') {
                return false;
            }
        }
        return true;
    }

    /// @return the text of a quotation, every line of it marked
    static String marked(String text) {
        return LINE_END.splitAsStream(text.strip()).map(line -> MARK + line).collect(Collectors.joining("\n"));
    }

    /// A prompt within a prompt.
    public static Passage of(Prompt prompt) { return new Passage(prompt.parts()); }

    /// @return the passages that hold something, one under another
    public static Passage lines(List<Passage> passages) { return joined(passages, "\n"); }

    /// @param between what stands between two passages that hold something
    public static Passage joined(List<Passage> passages, String between) {
        var parts = new ArrayList<Part>();
        for (Passage passage : passages) {
            if (!parts.isEmpty() && !passage.isEmpty()) {
                parts.add(new Part(between, "", ""));
            }
            parts.addAll(passage.parts());
        }
        return new Passage(parts);
    }

    public boolean isEmpty() { return parts.isEmpty(); }

    /// @return the length of its text in characters
    public int length() { return parts.stream().mapToInt(part -> part.text().length()).sum(); }
}
