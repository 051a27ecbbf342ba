package microcosm.worlds;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import microcosm.worlds.syntax.Block;
import microcosm.worlds.syntax.Source;
import microcosm.worlds.syntax.Words;

/// The text of a world with its fragments written out, so that what was played can be read again without them.
///
/// The same text, to the byte, where nothing is included.
final class WrittenOut {
    private final Source source;
    /// Offset → what is put there, ascending.
    private final Map<Integer, Edit> edits = new TreeMap<>();

    private record Edit(int to, String text) {}

    WrittenOut(Source source) { this.source = source; }

    /// Leaves out the lines from one offset to another.
    void drop(int from, int to) { edit(source.start(source.line(from)), new Edit(after(to), "")); }

    /// Puts blocks of a fragment under a heading.
    void insertBelow(Words heading, List<Block> blocks) {
        var text = new StringBuilder();
        for (Block block : blocks) {
            switch (block) {
                case Block.Paragraph(var words) -> text.append(words).append("\n\n");
                case Block.Bullet(var key, var value) ->
                    text.append("- ").append(key).append(": ").append(value).append('\n');
                case Block.Table _,Block.Fence _ -> {
                    // A fragment has none; the checker says so.
                }
            }
        }
        int at = after(heading.offset());
        edit(at, new Edit(at, text.append('\n').toString()));
    }

    private void edit(int at, Edit edit) {
        edits.merge(at, edit, (one, other) -> new Edit(Math.max(one.to(), other.to()), one.text() + other.text()));
    }

    /// @return the offset at which the next line begins
    private int after(int offset) {
        int line = source.line(offset);
        return line == source.lines() ? source.text().length() : source.start(line + 1);
    }

    String text() {
        var text = new StringBuilder();
        int at = 0;
        for (var edit : edits.entrySet()) {
            if (edit.getKey() >= at) {
                text.append(source.text(), at, edit.getKey()).append(edit.getValue().text());
                at = edit.getValue().to();
            }
        }
        return text.append(source.text().substring(at)).toString();
    }
}
