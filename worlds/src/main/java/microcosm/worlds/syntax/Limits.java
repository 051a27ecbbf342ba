package microcosm.worlds.syntax;

import java.util.List;

/// Bounds that keep a hostile file from costing more than an honest one, and characters that make a text read otherwise than it is
/// written.
public final class Limits {
    /// Bytes of a file.
    public static final int MOST_BYTES = 4 * 1024 * 1024;
    private static final int LONGEST_LINE = 20_000;
    private static final int MOST_CELLS = 200_000;
    private static final int MOST_REPORTED = 100;

    private Limits() {}

    /// @return whether the text is worth parsing
    static boolean keep(Source source, List<Fault> faults) {
        String text = source.text();
        int lineStart = 0;
        int cells = 0;
        int reported = 0;
        int at = 0;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            if (c == '\n' || c == '\r') {
                lineStart = at + 1;
            } else if (at - lineStart > LONGEST_LINE) {
                faults.add(Fault.of(source, lineStart, "a line of more than " + LONGEST_LINE + " characters",
                        "shorter lines"));
                return false;
            } else if (c == '|' && ++cells > MOST_CELLS) {
                faults.add(Fault.of(source, at, "more than " + MOST_CELLS + " table cells", "a smaller world"));
                return false;
            } else if (isDeceptive(c) && reported++ < MOST_REPORTED) {
                faults.add(Fault.of(source, at,
                        "the invisible character " + String.format(java.util.Locale.ROOT, "U+%04X", c),
                        "visible text; control and direction characters are not allowed"));
            }
            at += Character.charCount(c);
        }
        return true;
    }

    private static boolean isDeceptive(int c) {
        boolean joiner = c == 0x200C || c == 0x200D;
        return switch (Character.getType(c)) {
            case Character.CONTROL -> c != '\t';
            case Character.FORMAT -> !joiner && c != 0x00AD;
            case Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> true;
            default -> false;
        };
    }
}
