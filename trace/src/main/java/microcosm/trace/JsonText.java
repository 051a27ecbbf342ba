package microcosm.trace;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// JSON being written, as UTF-8 in a buffer that grows.
///
/// Written by hand because the bytes of a trace must never depend on the version of a library. What a reader of the file could not
/// see is written as an escape of four hexadecimal digits: controls, direction marks, zero-width characters, variation selectors, the
/// invisible characters of plane 14, and halves of surrogate pairs, which UTF-8 cannot hold. All else stands as it is.
final class JsonText {
    private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final char INVISIBLE_PLANE = 0xDB40;

    private final LongTexts longTexts;
    private byte[] bytes = new byte[1024];
    private int length;

    JsonText(LongTexts longTexts) { this.longTexts = longTexts; }

    LongTexts longTexts() { return longTexts; }

    int length() { return length; }

    /// The bytes themselves, valid up to [#length] and until the next write.
    byte[] bytes() { return bytes; }

    void clear() { length = 0; }

    void cutTo(int shorter) { length = shorter; }

    @Override
    public String toString() { return new String(bytes, 0, length, StandardCharsets.UTF_8); }

    /// @param ascii JSON as it stands; no character above 0x7F
    @SuppressWarnings("deprecation") // String.getBytes(int, int, byte[], int) is the copy without decoding that ASCII needs.
    void raw(String ascii) {
        int n = ascii.length();
        reserve(n);
        ascii.getBytes(0, n, bytes, length);
        length += n;
    }

    void raw(char ascii) {
        reserve(1);
        bytes[length++] = (byte) ascii;
    }

    void append(JsonText other) { append(other, 0, other.length); }

    /// @param to after the last byte of the other that is appended
    void append(JsonText other, int from, int to) {
        reserve(to - from);
        System.arraycopy(other.bytes, from, bytes, length, to - from);
        length += to - from;
    }

    /// The name of a field.
    ///
    /// @throws IllegalArgumentException if it holds half a surrogate pair, which no reader of JSON takes in a name
    void name(String name) {
        int point = 0;
        for (int i = 0; i < name.length(); i += Character.charCount(point)) {
            point = name.codePointAt(i);
            if (between(0xD800, point, 0xDFFF)) {
                throw new IllegalArgumentException("the name \"" + name + "\" holds half a character");
            }
        }
        string(name);
        raw(':');
    }

    void string(String text) {
        raw('"');
        inString(text);
        raw('"');
    }

    /// What stands between the quotes of a string.
    void inString(String text) {
        int n = text.length();
        reserve(6 * n);
        for (int i = 0; i < n; i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                ascii(c);
            } else if (Character.isHighSurrogate(c) && i + 1 < n && Character.isLowSurrogate(text.charAt(i + 1))) {
                pair(c, text.charAt(++i));
            } else if (invisible(c)) {
                escape(c);
            } else if (c < 0x800) {
                bytes[length++] = (byte) (0xC0 | (c >> 6));
                bytes[length++] = (byte) (0x80 | (c & 0x3F));
            } else {
                bytes[length++] = (byte) (0xE0 | (c >> 12));
                bytes[length++] = (byte) (0x80 | ((c >> 6) & 0x3F));
                bytes[length++] = (byte) (0x80 | (c & 0x3F));
            }
        }
    }

    private void ascii(char c) {
        if (c == '"' || c == '\\') {
            bytes[length++] = '\\';
            bytes[length++] = (byte) c;
        } else if (c == '\n') {
            bytes[length++] = '\\';
            bytes[length++] = 'n';
        } else if (c < 0x20 || c == 0x7F) {
            escape(c);
        } else {
            bytes[length++] = (byte) c;
        }
    }

    private void pair(char high, char low) {
        if (high == INVISIBLE_PLANE) {
            escape(high);
            escape(low);
            return;
        }
        int point = Character.toCodePoint(high, low);
        bytes[length++] = (byte) (0xF0 | (point >> 18));
        bytes[length++] = (byte) (0x80 | ((point >> 12) & 0x3F));
        bytes[length++] = (byte) (0x80 | ((point >> 6) & 0x3F));
        bytes[length++] = (byte) (0x80 | (point & 0x3F));
    }

    /// Ranges written out, because a newer Unicode in a newer JDK must not change what is written.
    private static boolean invisible(char c) {
        return c < 0xA0 || c == 0xAD || c == 0x61C || c == 0xFEFF || c >= 0xFFF0 || between(0x200B, c, 0x200F)
                || between(0x2028, c, 0x202E) || between(0x2060, c, 0x206F) || between(0xD800, c, 0xDFFF)
                || between(0xFE00, c, 0xFE0F);
    }

    private static boolean between(int first, int c, int last) { return first <= c && c <= last; }

    private void escape(char c) {
        bytes[length++] = '\\';
        bytes[length++] = 'u';
        bytes[length++] = HEX[c >> 12];
        bytes[length++] = HEX[(c >> 8) & 0xF];
        bytes[length++] = HEX[(c >> 4) & 0xF];
        bytes[length++] = HEX[c & 0xF];
    }

    private void reserve(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, Math.addExact(length, more)));
        }
    }
}
