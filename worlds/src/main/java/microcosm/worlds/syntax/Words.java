package microcosm.worlds.syntax;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A piece of a source, perhaps joined from several lines or with parameters put in, that still knows where each character came from.
public final class Words {
    private final Source source;
    private final String text;
    /// Index in `text` at which each run begins, ascending, the first 0.
    private final int[] runs;
    /// Offset in the source of each run's first character.
    private final int[] origins;

    private Words(Source source, String text, int[] runs, int[] origins) {
        this.source = source;
        this.text = text;
        this.runs = runs;
        this.origins = origins;
    }

    public static Words of(Source source, int from, int to) {
        return new Words(source, source.text().substring(from, to), new int[]{0}, new int[]{from});
    }

    /// A text that stands for what begins at an offset.
    public static Words standingFor(Source source, String text, int offset) {
        return new Words(source, text, new int[]{0}, new int[]{offset});
    }

    /// The parts one after another, with a text between them.
    ///
    /// @throws IllegalArgumentException if there are no parts
    public static Words joined(List<Words> parts, String between) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("nothing to join");
        }
        var text = new StringBuilder();
        var runs = new ArrayList<Integer>();
        var origins = new ArrayList<Integer>();
        for (Words part : parts) {
            if (!text.isEmpty()) {
                text.append(between);
            }
            for (int i = 0; i < part.runs.length; i++) {
                runs.add(text.length() + part.runs[i]);
                origins.add(part.origins[i]);
            }
            text.append(part.text);
        }
        runs.set(0, 0);
        return new Words(parts.getFirst().source, text.toString(), runs.stream().mapToInt(Integer::intValue).toArray(),
                origins.stream().mapToInt(Integer::intValue).toArray());
    }

    public Source source() { return source; }

    public String text() { return text; }

    public boolean isEmpty() { return text.isEmpty(); }

    public boolean is(String other) { return text.equals(other); }

    /// @return the offset in the source of a character; of the end, the place after the last
    public int offset(int index) {
        int found = Arrays.binarySearch(runs, index);
        int run = found >= 0 ? found : -found - 2;
        int end = run + 1 < runs.length ? origins[run + 1] : source.text().length();
        int offset = origins[run] + (index - runs[run]);
        return run + 1 < runs.length && end > origins[run]
                ? Math.min(offset, end)
                : Math.min(offset, source.text().length());
    }

    /// @return the offset in the source of the first character
    public int offset() { return offset(0); }

    public Words sub(int from, int to) {
        if (from == 0 && to == text.length()) {
            return this;
        }
        var parts = new ArrayList<Integer>();
        for (int i = 0; i < runs.length; i++) {
            int end = i + 1 < runs.length ? runs[i + 1] : text.length() + 1;
            if (end > from && runs[i] <= Math.max(from, to - 1)) {
                parts.add(i);
            }
        }
        int[] newRuns = new int[parts.size()];
        int[] newOrigins = new int[parts.size()];
        for (int i = 0; i < newRuns.length; i++) {
            int run = parts.get(i);
            newRuns[i] = Math.max(0, runs[run] - from);
            newOrigins[i] = origins[run] + Math.max(0, from - runs[run]);
        }
        return new Words(source, text.substring(from, to), newRuns, newOrigins);
    }

    public Words strip() {
        int from = 0;
        int to = text.length();
        while (from < to && Character.isWhitespace(text.charAt(from))) {
            from++;
        }
        while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
            to--;
        }
        return sub(from, to);
    }

    /// Cut at every separator that stands outside quotes and brackets; the pieces are stripped.
    public List<Words> split(char separator) {
        var pieces = new ArrayList<Words>();
        int depth = 0;
        boolean quoted = false;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted) {
                depth += c == '(' || c == '[' ? 1 : c == ')' || c == ']' ? -1 : 0;
                if (c == separator && depth <= 0) {
                    pieces.add(sub(from, i).strip());
                    from = i + 1;
                }
            }
        }
        pieces.add(sub(from, text.length()).strip());
        return pieces;
    }

    /// Puts something else for pieces of the text.
    ///
    /// @param edits in order, not overlapping
    public Words with(List<Edit> edits) {
        if (edits.isEmpty()) {
            return this;
        }
        var parts = new ArrayList<Words>();
        int at = 0;
        for (Edit edit : edits) {
            if (edit.from() > at) {
                parts.add(sub(at, edit.from()));
            }
            parts.add(standingFor(source, edit.text(), offset(edit.from())));
            at = edit.to();
        }
        if (at < text.length()) {
            parts.add(sub(at, text.length()));
        }
        return joined(parts, "");
    }

    /// @param text what stands there instead
    public record Edit(int from, int to, String text) {}

    @Override
    public String toString() { return text; }
}
