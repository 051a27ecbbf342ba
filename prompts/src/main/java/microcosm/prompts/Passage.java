package microcosm.prompts;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import microcosm.prompts.Prompt.Part;

/// What an input of a template is filled with: a text in pieces, each of which knows what put it there.
///
/// What people said and what documents hold is [#quoted]: every line of it begins with `> `, whatever it contains, so that no
/// wording ends the quotation and passes for words of the template, of the game master or of somebody else.
///
/// Cannot be changed; its text and its events are worked out once.
public final class Passage {
    /// Nothing. An input that stands alone on its line then takes the line with it.
    public static final Passage NOTHING = new Passage(List.of());

    /// What put something here, where the page of the world as a whole did.
    public static final String PAGE = "world";

    private static final String MARK = "> ";
    private static final Pattern EVENT = Pattern.compile("\\d+\\.\\d+/\\S+/\\d+");

    /// Whatever some reader may take for the end of a line.
    private static final Pattern LINE_END = Pattern
            .compile("\r\n|[\n\r\u000b\u000c\u001c\u001d\u001e\u0085\u2028\u2029]");

    private final List<Part> own;
    private final Optional<Prompt> prompt;
    private String text = "";
    private Optional<List<String>> events = Optional.empty();

    /// @param parts none of them empty
    private Passage(List<Part> parts) {
        own = List.copyOf(parts);
        prompt = Optional.empty();
    }

    private Passage(Prompt within) {
        own = List.of();
        prompt = Optional.of(within);
    }

    /// Words of the world's author, of the ledger or of the game master.
    ///
    /// @param source event id or world position of what put it here, or ids of several events with spaces between them; empty where
    ///         nothing did
    public static Passage of(String text, String source) {
        return text.isEmpty() ? NOTHING : new Passage(List.of(new Part(text, "", source)));
    }

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

    /// A prompt within a prompt, which is shared and not copied.
    public static Passage of(Prompt prompt) { return new Passage(prompt); }

    /// @return the passages that hold something, one under another
    public static Passage lines(List<Passage> passages) { return joined(passages, "\n"); }

    /// @param between what stands between two passages that hold something
    public static Passage joined(List<Passage> passages, String between) {
        var parts = new ArrayList<Part>();
        for (Passage passage : passages) {
            if (!parts.isEmpty() && !passage.isEmpty() && !between.isEmpty()) {
                parts.add(new Part(between, "", ""));
            }
            parts.addAll(passage.parts());
        }
        return new Passage(parts);
    }

    /// @return in order; none for nothing
    public List<Part> parts() { return prompt.map(Prompt::parts).orElse(own); }

    public boolean isEmpty() { return text().isEmpty(); }

    /// @return the length of its text in characters
    public int length() { return text().length(); }

    String text() {
        if (text.isEmpty()) {
            text = prompt.map(Prompt::text).orElseGet(() -> joined(own));
        }
        return text;
    }

    private static String joined(List<Part> parts) {
        if (parts.size() == 1) {
            return parts.getFirst().text();
        }
        int length = 0;
        for (Part part : parts) {
            length += part.text().length();
        }
        var text = new StringBuilder(length);
        for (Part part : parts) {
            text.append(part.text());
        }
        return text.toString();
    }

    /// @return ids of the events that put something into it, each once, in its order
    List<String> events() {
        if (events.isEmpty()) {
            events = Optional.of(prompt.map(Prompt::events).orElseGet(() -> events(own)));
        }
        return events.get();
    }

    private static List<String> events(List<Part> parts) {
        var events = new LinkedHashSet<String>();
        for (Part part : parts) {
            String source = part.source();
            // Most sources are places in the world.
            if (!source.isEmpty() && Character.isDigit(source.charAt(0))) {
                Stream.of(source.split(" ")).filter(one -> EVENT.matcher(one).matches()).forEach(events::add);
            }
        }
        return List.copyOf(events);
    }
}
