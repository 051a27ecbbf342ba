package microcosm.worlds.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableBody;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;

/// Turns the blocks of the markdown library into ours.
final class BlockReader {
    private static final Pattern KEY = Pattern.compile("([\\p{L}][\\p{L}\\p{N} _-]{0,40}):(?=\\s|$)");

    private final Source source;
    /// What to add to an offset of the library to have one in the source.
    private final int shift;
    private final List<Fault> faults;

    BlockReader(Source source, int shift, List<Fault> faults) {
        this.source = source;
        this.shift = shift;
        this.faults = faults;
    }

    void read(Node node, List<Block> into) {
        switch (node) {
            case Paragraph paragraph -> {
                Words words = Links.withoutComments(words(paragraph)).strip();
                if (!words.isEmpty()) {
                    into.add(new Block.Paragraph(words));
                }
            }
            case BulletList list -> {
                for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
                    into.add(bullet(item));
                }
            }
            case TableBlock table -> {
                Block.Table read = table(table);
                if (read.header().isEmpty()) {
                    faults.add(Fault.of(source, read.offset(), "a table without columns", "| a column | another |"));
                } else {
                    into.add(read);
                }
            }
            case FencedCodeBlock fence -> into.add(fence(fence));
            case HtmlBlock html -> {
                if (!html.getLiteral().strip().startsWith("<!--")) {
                    faults.add(
                            Fault.of(source, offset(html), "HTML", "prose, bullets, tables, or a comment <!-- … -->"));
                }
            }
            default -> faults.add(Fault.of(source, offset(node), "a numbered list", "bullets that begin with -"));
        }
    }

    private Block.Bullet bullet(Node item) {
        Node first = item.getFirstChild();
        Words words = Links.withoutComments(
                first instanceof Paragraph ? words(first) : Words.standingFor(source, "", offset(item)));
        Node stray = first instanceof Paragraph ? first.getNext() : first;
        if (stray != null) {
            faults.add(
                    Fault.of(source, offset(stray), "something nested in a bullet", "one - key: value on each line"));
        }
        var key = KEY.matcher(words.text());
        if (key.lookingAt()) {
            return new Block.Bullet(words.sub(0, key.end(1)), words.sub(key.end(), words.text().length()).strip());
        }
        return new Block.Bullet(Words.standingFor(source, "", words.offset()), words.strip());
    }

    private Block.Table table(TableBlock table) {
        List<Words> header = List.of();
        var rows = new ArrayList<Block.Row>();
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
                if (part instanceof TableHead) {
                    header = cells(row, Integer.MAX_VALUE);
                } else if (part instanceof TableBody) {
                    refuseExtraCells(row, header.size());
                    rows.add(new Block.Row(cells(row, header.size()), offset(row)));
                }
            }
        }
        return new Block.Table(header, rows, offset(table));
    }

    /// The library drops what stands beyond the header's width; an author would lose it.
    private void refuseExtraCells(Node row, int width) {
        SourceSpan span = row.getSourceSpans().isEmpty() ? null : row.getSourceSpans().getFirst();
        if (span == null) {
            return;
        }
        int from = span.getInputIndex() + shift;
        String line = source.text().substring(from, from + span.getLength()).strip();
        int bars = 0;
        int lastBar = 0;
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) == '|' && (i == 0 || line.charAt(i - 1) != '\\')) {
                bars++;
                lastBar = i;
            }
        }
        int cells = bars + 1 - (line.startsWith("|") ? 1 : 0) - (line.endsWith("|") && bars > 0 ? 1 : 0);
        if (cells != width) {
            int at = cells > width ? lastBar : 0;
            faults.add(Fault.of(source, from + at, "a row of " + cells + " cells under a heading of " + width,
                    "as many cells as the heading has; write \\| for a bar inside a cell"));
        }
    }

    private List<Words> cells(Node row, int width) {
        var cells = new ArrayList<Words>();
        for (Node cell = row.getFirstChild(); cell != null && cells.size() < width; cell = cell.getNext()) {
            cells.add(Links.withoutComments(RawInline.of(cell, source, shift, offset(cell))).strip());
        }
        while (width < Integer.MAX_VALUE && cells.size() < width) {
            cells.add(Words.standingFor(source, "", offset(row)));
        }
        return cells;
    }

    private Block.Fence fence(FencedCodeBlock fence) {
        var lines = new ArrayList<Words>();
        int first = source.line(offset(fence)) + 1;
        int count = (int) fence.getLiteral().lines().count();
        for (int line = first; line < first + count && line <= source.lines(); line++) {
            int to = line == source.lines() ? source.text().length() : source.start(line + 1);
            lines.add(Words.of(source, source.start(line), to).strip());
        }
        return new Block.Fence(fence.getInfo() == null ? "" : fence.getInfo().strip(), lines, offset(fence));
    }

    Words words(Node block) { return RawInline.of(block, source, shift, offset(block)); }

    private int offset(Node node) {
        List<SourceSpan> spans = node.getSourceSpans();
        return spans.isEmpty()
                ? (node.getParent() == null ? shift : offset(node.getParent()))
                : spans.getFirst().getInputIndex() + shift;
    }
}
