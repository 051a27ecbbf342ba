package microcosm.viewer;

/// Makes text that somebody else wrote safe to print: no control character, escape sequence or bidirectional override reaches a
/// terminal or a page, and what was one line stays one line.
public final class Plain {
    private Plain() {}

    /// @return `text` with line breaks as spaces and every other control, format or unassigned code point shown as `\\u{HEX}`
    public static String line(String text) {
        var plain = new StringBuilder(text.length());
        text.codePoints().forEach(point -> {
            switch (Character.getType(point)) {
                case Character.CONTROL -> {
                    if (Character.isWhitespace(point)) {
                        plain.append(' ');
                    } else {
                        escape(plain, point);
                    }
                }
                case Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
                        Character.LINE_SEPARATOR,
                        Character.PARAGRAPH_SEPARATOR ->
                    escape(plain, point);
                default -> plain.appendCodePoint(point);
            }
        });
        return plain.toString();
    }

    /// @return `text` as [#line] and with the characters that Markdown gives a meaning to preceded by a backslash
    public static String markdown(String text) { return line(text).replaceAll("([\\\\`*_{}\\[\\]<>#|~])", "\\\\$1"); }

    private static void escape(StringBuilder plain, int point) {
        plain.append("\\u{").append(Integer.toHexString(point)).append('}');
    }
}
