package microcosm.prompts;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads a template's text: a header of inputs between two lines of `---`, then words and gaps.
final class TemplateText {
    private static final String FENCE = "---";
    private static final Pattern DECLARED = Pattern.compile("([a-z][a-z0-9-]*): \\S.*");
    private static final Pattern GAP = Pattern.compile("\\{\\{([a-z][a-z0-9-]*)}}");

    /// A piece of a template.
    sealed interface Piece {
        record Words(Passage text) implements Piece {}

        /// @param after what follows unless the input is filled with nothing
        /// @param last whether it stands alone on the last line; then the lines left empty before it go with it
        record Gap(String input, Passage after, boolean last) implements Piece {}
    }

    private final String file;
    private final String text;
    private final SequencedMap<String, Integer> declared = new LinkedHashMap<>();
    private final List<Piece> pieces = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    private TemplateText(String file, String text) {
        this.file = file;
        this.text = text;
    }

    static TemplateText read(String file, String text) {
        var read = new TemplateText(file, text);
        int body = read.header();
        if (body >= 0) {
            read.body(body, text.endsWith("\n") ? text.length() - 1 : text.length());
        }
        if (!read.problems.isEmpty()) {
            throw new TemplateException(read.problems);
        }
        return read;
    }

    SequencedSet<String> inputs() {
        return Collections.unmodifiableSequencedSet(new LinkedHashSet<>(declared.sequencedKeySet()));
    }

    List<Piece> pieces() { return List.copyOf(pieces); }

    /// @return where the words begin; -1 where there is no header to say so
    private int header() {
        if (!text.startsWith(FENCE + "\n")) {
            problems.add(
                    at(0) + "a template begins with a line of --- and its inputs, one \"name: what it is\" a line");
            return -1;
        }
        int line = FENCE.length() + 1;
        while (line < text.length()) {
            int end = text.indexOf('\n', line);
            String words = text.substring(line, end < 0 ? text.length() : end);
            if (words.equals(FENCE)) {
                return end < 0 ? text.length() : end + 1;
            }
            declare(words, line);
            if (end < 0) {
                break;
            }
            line = end + 1;
        }
        problems.add(at(0) + "the header does not end; expected a second line of ---");
        return -1;
    }

    private void declare(String line, int at) {
        Matcher input = DECLARED.matcher(line);
        if (!input.matches()) {
            problems.add(
                    at(at) + "\"" + line + "\" is no input; expected \"name: what it is\", the name in small letters, "
                            + "digits and hyphens");
        } else if (declared.putIfAbsent(input.group(1), at) != null) {
            problems.add(at(at) + "input \"" + input.group(1) + "\" is declared twice");
        }
    }

    private void body(int from, int to) {
        var used = new LinkedHashSet<String>();
        Matcher gap = GAP.matcher(text);
        int words = from;
        for (int open = text.indexOf("{{", from); open >= 0; open = text.indexOf("{{", words)) {
            if (!gap.region(open, Math.max(open, to)).lookingAt()) {
                problems.add(at(open) + "\"{{\" begins no input; expected {{name}}");
                return;
            }
            String input = gap.group(1);
            if (!declared.containsKey(input)) {
                problems.add(at(open) + "input \"" + input + "\" is not declared; declared here: "
                        + String.join(", ", declared.sequencedKeySet()));
            }
            used.add(input);
            pieces.add(new Piece.Words(Passage.of(text.substring(words, open), "")));
            words = gap.end() + afterwards(open, gap.end(), from, to);
            pieces.add(new Piece.Gap(input, Passage.of(text.substring(gap.end(), words), ""),
                    gap.end() == to && open > from && text.charAt(open - 1) == '\n'));
        }
        pieces.add(new Piece.Words(Passage.of(text.substring(Math.min(words, to), to), "")));
        declared.forEach((input, at) -> {
            if (!used.contains(input)) {
                problems.add(at(at) + "input \"" + input + "\" is declared and never used");
            }
        });
    }

    /// @return how many ends of line belong to a gap: none where it shares its line, else its own and that of an empty line after it
    private int afterwards(int open, int close, int from, int to) {
        boolean alone = (open == from || text.charAt(open - 1) == '\n') && close < to && text.charAt(close) == '\n';
        return !alone ? 0 : close + 1 < to && text.charAt(close + 1) == '\n' ? 2 : 1;
    }

    /// @return `file:line:column: `
    private String at(int offset) {
        int line = 1;
        int start = 0;
        for (int i = 0; i < offset; i++) {
            if (text.charAt(i) == '\n') {
                line++;
                start = i + 1;
            }
        }
        return file + ":" + line + ":" + (text.codePointCount(start, offset) + 1) + ": ";
    }
}
