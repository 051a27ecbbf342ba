package microcosm.worlds.syntax;

import java.util.Arrays;

/// A text and the file it came from.
///
/// Offsets count UTF-16 units from 0; lines and columns count from 1, columns in code points.
public final class Source {
    private final String file;
    private final String text;
    private final int[] lineStarts;

    /// @param file the path as the user gave it, with `/` between folders
    public Source(String file, String text) {
        this.file = file;
        this.text = text;
        int[] starts = new int[16];
        int lines = 1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean ends = c == '\n' || (c == '\r' && (i + 1 == text.length() || text.charAt(i + 1) != '\n'));
            if (ends) {
                if (lines == starts.length) {
                    starts = Arrays.copyOf(starts, lines * 2);
                }
                starts[lines++] = i + 1;
            }
        }
        lineStarts = Arrays.copyOf(starts, lines);
    }

    public String file() { return file; }

    public String text() { return text; }

    public int lines() { return lineStarts.length; }

    /// @return the line an offset stands in, from 1
    public int line(int offset) {
        int found = Arrays.binarySearch(lineStarts, clamped(offset));
        return found >= 0 ? found + 1 : -found - 1;
    }

    /// @return the column of an offset in its line, from 1
    public int column(int offset) {
        int at = clamped(offset);
        return text.codePointCount(lineStarts[line(at) - 1], at) + 1;
    }

    /// @return the offset at which a line begins, lines counted from 1
    public int start(int line) { return lineStarts[Math.clamp(line, 1, lineStarts.length) - 1]; }

    private int clamped(int offset) { return Math.clamp(offset, 0, text.length()); }
}
