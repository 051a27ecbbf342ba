package microcosm.prompts;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SequencedSet;
import java.util.TreeSet;

import microcosm.prompts.Prompt.Filling;

/// Words with gaps: a markdown file that declares its inputs and has no logic. Two cases are two templates.
///
/// ```
/// ---
/// name: whom the prompt is for
/// heard: what they have just heard
/// ---
/// You are {{name}}.
///
/// {{heard}}
/// ```
///
/// Every input that is declared stands in the text, and every gap of the text is declared. An input that stands alone on its line and is
/// filled with nothing takes the line with it, and the empty line after it; on the last line, the empty line before it.
public final class Template {
    private final String name;
    private final String file;
    private final String written;
    private final String digest;
    private final SequencedSet<String> inputs;
    private final List<TemplateText.Piece> pieces;

    private Template(String name, String file, String written, TemplateText text) {
        this.name = name;
        this.file = file;
        this.written = written;
        digest = digest(written);
        inputs = text.inputs();
        pieces = text.pieces();
    }

    /// @param name as prompts give it: `agent/turn`
    /// @param file as mistakes give it
    /// @throws TemplateException with every mistake
    public static Template of(String name, String file, String text) {
        String written = text.replace("\r\n", "\n");
        return new Template(name, file, written, TemplateText.read(file, written));
    }

    public String name() { return name; }

    /// @return where it was read
    public String file() { return file; }

    /// @return the file's text
    public String text() { return written; }

    /// @return SHA-256 of the file's text, in hexadecimal
    public String digest() { return digest; }

    /// @return in the order in which they are declared
    public SequencedSet<String> inputs() { return inputs; }

    /// Fills the gaps.
    ///
    /// @throws IllegalArgumentException if an input is not filled, or one is filled that there is not
    public Prompt render(Inputs filled) {
        if (!filled.areThese(inputs)) {
            var missing = new TreeSet<>(inputs);
            missing.removeAll(filled.names());
            var unknown = filled.names();
            unknown.removeAll(inputs);
            throw new IllegalArgumentException(
                    file + ": inputs not filled: " + missing + "; filled, but not declared: " + unknown);
        }
        var fillings = new ArrayList<Filling>(2 * pieces.size());
        for (TemplateText.Piece piece : pieces) {
            switch (piece) {
                case TemplateText.Piece.Words(Passage words) -> add(fillings, "", words);
                case TemplateText.Piece.Gap(String input, Passage after, boolean last) -> {
                    Passage passage = filled.of(input).orElse(Passage.NOTHING);
                    if (!passage.isEmpty()) {
                        add(fillings, input, passage);
                        add(fillings, "", after);
                    } else if (last) {
                        close(fillings);
                    }
                }
            }
        }
        return new Prompt(this, fillings);
    }

    private static void add(List<Filling> fillings, String input, Passage passage) {
        if (!passage.isEmpty()) {
            fillings.add(new Filling(input, passage));
        }
    }

    /// Takes away the empty lines with which the words so far end.
    private static void close(List<Filling> fillings) {
        while (!fillings.isEmpty() && fillings.getLast().input().isEmpty()) {
            String words = fillings.removeLast().passage().text();
            int end = words.length();
            while (end > 0 && words.charAt(end - 1) == '\n') {
                end--;
            }
            if (end > 0) {
                add(fillings, "", Passage.of(words.substring(0, end), ""));
                return;
            }
        }
    }

    /// @param expected the inputs of the template whose place this one takes
    /// @return a mistake, as `file:line:column: what`, for each input that only one of them has
    List<String> differences(SequencedSet<String> expected) {
        var problems = new ArrayList<String>();
        int line = 2;
        for (String input : inputs) {
            if (!expected.contains(input)) {
                problems.add(file + ":" + line + ":1: nothing fills input \"" + input + "\"; " + name + " has "
                        + String.join(", ", expected));
            }
            line++;
        }
        for (String input : expected) {
            if (!inputs.contains(input)) {
                problems.add(file + ":" + line + ":1: input \"" + input + "\" is missing; " + name + " has "
                        + String.join(", ", expected));
            }
        }
        return problems;
    }

    static String digest(String text) {
        try {
            return HexFormat.of().formatHex(
                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
