package microcosm.worlds.syntax;

import java.util.ArrayList;
import java.util.List;

import org.commonmark.node.CustomNode;
import org.commonmark.node.Node;
import org.commonmark.node.SourceSpan;
import org.commonmark.parser.SourceLine;
import org.commonmark.parser.SourceLines;

/// The lines of a paragraph, heading or cell as written: expressions keep their `*` and `_`, and nothing can be nested.
final class RawInline extends CustomNode {
    private final List<SourceLine> lines;

    private RawInline(List<SourceLine> lines) { this.lines = lines; }

    static void keep(SourceLines lines, Node block) { block.appendChild(new RawInline(lines.getLines())); }

    /// @return what was written in a block; empty words at `offset` where there was nothing
    static Words of(Node block, Source source, int shift, int offset) {
        var parts = new ArrayList<Words>();
        if (block.getFirstChild() instanceof RawInline raw) {
            for (SourceLine line : raw.lines) {
                SourceSpan span = line.getSourceSpan();
                if (span != null) {
                    parts.add(Words.standingFor(source, line.getContent().toString(), span.getInputIndex() + shift)
                            .strip());
                }
            }
        }
        return parts.isEmpty() ? Words.standingFor(source, "", offset) : Words.joined(parts, " ");
    }
}
