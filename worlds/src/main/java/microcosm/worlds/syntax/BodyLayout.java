package microcosm.worlds.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.BulletList;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;

/// Lays out what stands below the front matter.
final class BodyLayout {
    /// What would be another block at the beginning of a line, and is not where it stands because it is indented deeply.
    private static final Pattern MARKED = Pattern
            .compile("(?:[-+*]|\\d{1,9}[.)]|#{1,6})(?:\\s.*|$)|(?:```|~~~|<|>|\\||=+$|-+$).*");
    private static final Pattern KEY = Pattern.compile("([\\p{L}][\\p{L}\\p{N} _-]{0,40}:)\\s+(?=\\S)");

    private static final Pattern ALONE = Pattern.compile("[\\p{L}][\\p{L}\\p{N} _-]{0,40}:");

    private final Source source;
    private final int shift;
    private final List<Piece> pieces = new ArrayList<>();

    /// @param shift offset in the source of the first character below the front matter
    BodyLayout(Source source, int shift) {
        this.source = source;
        this.shift = shift;
    }

    private enum Kind {
        HEADING, BULLET, COMMENT, OTHER
    }

    /// @param from the first line in the source
    /// @param to the last
    private record Piece(Kind kind, List<String> lines, int from, int to) {}

    List<String> lines() {
        Node node = PageParser.MARKDOWN.parse(source.text().substring(shift)).getFirstChild();
        while (node != null) {
            read(node);
            node = isNotes(node) ? notes(node) : node.getNext();
        }
        var lines = new ArrayList<String>();
        for (int i = 0; i < pieces.size(); i++) {
            if (i > 0 && apart(pieces.get(i - 1), pieces.get(i))) {
                lines.add("");
            }
            lines.addAll(pieces.get(i).lines());
        }
        return lines;
    }

    /// A comment stays where its author put it: directly above what it speaks of, or between two bullets.
    private static boolean apart(Piece above, Piece below) {
        boolean touching = above.to() + 1 == below.from();
        return switch (above.kind()) {
            case BULLET -> below.kind() != Kind.BULLET && !(touching && below.kind() == Kind.COMMENT);
            case COMMENT -> !touching || below.kind() == Kind.HEADING;
            case HEADING, OTHER -> true;
        };
    }

    private boolean isNotes(Node node) {
        return node instanceof Heading heading && heading.getLevel() == 2
                && RawInline.of(heading, source, shift, 0).is("Notes");
    }

    /// Notes belong to their author.
    ///
    /// @return the heading after them
    private Node notes(Node heading) {
        Node end = heading.getNext();
        while (end != null && !(end instanceof Heading next && next.getLevel() <= 2)) {
            end = end.getNext();
        }
        int from = last(heading) + 1;
        int to = end == null ? source.lines() : first(end) - 1;
        var lines = new ArrayList<String>();
        for (int number = from; number <= to; number++) {
            lines.add(PageLayout.line(source, number));
        }
        while (!lines.isEmpty() && lines.getFirst().isBlank()) {
            lines.removeFirst();
        }
        while (!lines.isEmpty() && lines.getLast().isBlank()) {
            lines.removeLast();
        }
        if (!lines.isEmpty()) {
            pieces.add(new Piece(Kind.OTHER, lines, from, to));
        }
        return end;
    }

    private void read(Node node) {
        int from = first(node);
        int to = last(node);
        switch (node) {
            case Heading heading -> pieces.add(new Piece(Kind.HEADING, heading(heading, from, to), from, to));
            case Paragraph paragraph -> pieces.add(new Piece(Kind.OTHER, prose(paragraph, from), from, to));
            case BulletList list -> {
                for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
                    pieces.add(new Piece(Kind.BULLET, bullet(item), first(item), last(item)));
                }
            }
            case TableBlock table ->
                pieces.add(new Piece(Kind.OTHER, TableLayout.of(PageLayout.lines(source, from, to)), from, to));
            default -> {
                var lines = PageLayout.lines(source, from, to);
                while (lines.size() > 1 && lines.getLast().isEmpty()) {
                    lines.removeLast();
                }
                pieces.add(new Piece(node instanceof HtmlBlock ? Kind.COMMENT : Kind.OTHER, lines, from, to));
            }
        }
    }

    private List<String> heading(Heading heading, int from, int to) {
        String words = RawInline.of(heading, source, shift, 0).text();
        boolean underlined = to > from;
        return underlined && words.endsWith("#")
                ? PageLayout.lines(source, from, to)
                : List.of(("#".repeat(heading.getLevel()) + " " + words).strip());
    }

    private List<String> prose(Node paragraph, int from) {
        var lines = new ArrayList<String>();
        for (String line : raw(paragraph)) {
            int number = from + lines.size();
            lines.add(MARKED.matcher(line).matches() ? PageLayout.line(source, number).stripTrailing() : line);
        }
        return lines;
    }

    private List<String> bullet(Node item) {
        if (!(item.getFirstChild() instanceof Paragraph paragraph)) {
            return List.of("-");
        }
        List<String> raw = raw(paragraph);
        var lines = new ArrayList<String>();
        boolean pulled = raw.size() > 1 && ALONE.matcher(raw.getFirst()).matches();
        String opening = pulled ? raw.getFirst() + " " + raw.get(1) : raw.getFirst();
        if (MARKED.matcher(opening).matches()) {
            return PageLayout.lines(source, first(item), last(item));
        }
        var key = KEY.matcher(opening);
        lines.add("- " + (key.lookingAt() ? key.group(1) + " " + opening.substring(key.end()) : opening));
        for (int i = pulled ? 2 : 1; i < raw.size(); i++) {
            boolean marked = MARKED.matcher(raw.get(i)).matches();
            lines.add(marked ? PageLayout.line(source, first(paragraph) + i).stripTrailing() : "  " + raw.get(i));
        }
        return lines;
    }

    /// @return the lines of a paragraph without white space at either end
    private List<String> raw(Node paragraph) {
        return paragraph.getSourceSpans().stream().map(span -> {
            int from = span.getInputIndex() + shift;
            return source.text().substring(from, from + span.getLength()).strip();
        }).toList();
    }

    private int first(Node node) { return source.line(spans(node).getFirst().getInputIndex() + shift); }

    private int last(Node node) { return source.line(spans(node).getLast().getInputIndex() + shift); }

    private static List<SourceSpan> spans(Node node) {
        if (node.getSourceSpans().isEmpty()) {
            throw new IllegalStateException("a block without a place: " + node);
        }
        return node.getSourceSpans();
    }
}
