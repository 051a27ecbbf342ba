package microcosm.worlds.syntax;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import microcosm.worlds.syntax.FrontMatter.Entry;
import microcosm.worlds.syntax.FrontMatter.Node;

/// Lays out the front matter: keys in the order of the format, a line each; parameters a line each, with their values aligned.
///
/// A comment above a key stays above it, one behind a value behind it. What is written in a way that leaves no such place for a
/// comment keeps its lines.
final class FrontLayout {
    private static final List<String> KEYS = List.of("format", "id", "clock", "game-master", "speech", "memory",
            "params", "budget", "unit", "steps", "order", "announce-end", "keep", "last", "preset", "decay", "recency",
            "relevance", "importance", "reflect", "limit", "type", "of", "min", "max", "default", "usd", "calls",
            "tokens");
    private static final Comparator<Entry> IN_ORDER = Comparator.comparingInt(entry -> {
        int at = KEYS.indexOf(entry.key().text());
        return at < 0 ? KEYS.size() : at;
    });
    private static final Pattern PLAIN = Pattern
            .compile("[\\p{L}\\p{N}_./](?:[\\p{L}\\p{N}_ ./%+-]*[\\p{L}\\p{N}_./%+-])?|-\\p{N}[\\p{N}.]*");
    private static final List<String> NOTHING = List.of("null", "Null", "NULL");

    private final Source source;
    private final int to;

    private FrontLayout(Source source, int to) {
        this.source = source;
        this.to = to;
    }

    /// @param from the first line between the fences
    /// @param to the line of the closing fence
    static List<String> of(FrontMatter front, Source source, int from, int to) {
        List<String> written = PageLayout.lines(source, from, to - 1);
        List<String> laidOut = new FrontLayout(source, to).lines(front.entries(), from);
        var faults = new ArrayList<Fault>();
        String text = String.join("\n", laidOut) + "\n";
        FrontMatter again = FrontMatterParser.parse(new Source("", text), 0, text.length(), faults);
        boolean same = faults.isEmpty() && shape(front).equals(shape(again))
                && comments(written).equals(comments(laidOut));
        return same ? laidOut : written;
    }

    private static String shape(FrontMatter front) { return flow(front.entries()); }

    private static List<String> comments(List<String> lines) {
        return lines.stream().map(FrontLayout::comment).flatMap(Optional::stream).sorted().toList();
    }

    /// An entry of a block map with the comments above it.
    ///
    /// @param from the first line of its own
    private record Chunk(Entry entry, List<String> above, int from, int to) {}

    private List<String> lines(List<Entry> entries, int from) {
        var lines = new ArrayList<String>();
        List<Chunk> chunks = chunks(entries, from, to);
        chunks.stream().sorted(Comparator.comparing(Chunk::entry, IN_ORDER)).forEach(chunk -> {
            lines.addAll(chunk.above());
            lines.addAll(lines(chunk));
        });
        lines.addAll(tail(chunks, from, to));
        return lines;
    }

    /// Comment lines at the end belong to nobody.
    private List<String> tail(List<Chunk> chunks, int from, int end) {
        int after = chunks.isEmpty() ? from : chunks.getLast().to() + 1;
        return PageLayout.lines(source, after, end - 1).stream().filter(line -> !line.isBlank()).toList();
    }

    private List<Chunk> chunks(List<Entry> entries, int from, int end) {
        var chunks = new ArrayList<Chunk>();
        int next = from;
        for (int i = 0; i < entries.size(); i++) {
            int own = source.line(entries.get(i).key().offset());
            int after = i + 1 < entries.size() ? source.line(entries.get(i + 1).key().offset()) : end;
            while (after - 1 > own && isCommentOrBlank(after - 1, entries.get(i))) {
                after--;
            }
            List<String> above = PageLayout.lines(source, next, own - 1).stream().filter(line -> !line.isBlank())
                    .toList();
            chunks.add(new Chunk(entries.get(i), above, own, after - 1));
            next = after;
        }
        return chunks;
    }

    /// Whether a line says something about what comes below it, as far as can be seen: a comment not deeper than the entry above.
    private boolean isCommentOrBlank(int line, Entry above) {
        String text = PageLayout.line(source, line);
        int indent = text.length() - text.stripLeading().length();
        return text.isBlank()
                || (text.strip().startsWith("#") && indent < source.column(above.key().offset()));
    }

    private List<String> lines(Chunk chunk) {
        List<String> written = PageLayout.lines(source, chunk.from(), chunk.to());
        long comments = written.stream().map(FrontLayout::comment).flatMap(Optional::stream).count();
        Optional<String> behind = comment(written.getFirst());
        boolean only = comments == 0 || (comments == 1 && behind.isPresent());
        String key = scalar(chunk.entry().key().text());
        boolean map = chunk.entry().value() instanceof Node.Entries(var inner, _) && !inner.isEmpty();
        if (chunk.entry().key().is("params") && map) {
            return parameters(chunk, ((Node.Entries) chunk.entry().value()).entries(), behind, only, written);
        }
        boolean brief = only && (comments == 0 || written.size() == 1);
        String value = topLevel(chunk.entry().value());
        return brief
                ? List.of(key + ":" + (value.isEmpty() ? "" : " " + value) + behind.map(c -> "  " + c).orElse(""))
                : written.stream().filter(line -> !line.isBlank()).toList();
    }

    private List<String> parameters(Chunk params, List<Entry> entries, Optional<String> behind, boolean only,
            List<String> written) {
        boolean flowing = source.line(entries.getFirst().key().offset()) == params.from();
        if (flowing && !(only && (behind.isEmpty() || written.size() == 1))) {
            return written;
        }
        int widest = entries.stream().mapToInt(entry -> scalar(entry.key().text()).length()).max().orElse(0);
        var lines = new ArrayList<String>();
        lines.add("params:" + behind.map(comment -> "  " + comment).orElse(""));
        if (flowing) {
            entries.forEach(entry -> lines.add(parameter(entry, widest)));
            return lines;
        }
        List<Chunk> chunks = chunks(entries, params.from() + 1, params.to() + 1);
        for (Chunk chunk : chunks) {
            chunk.above().forEach(comment -> lines.add("  " + comment.strip()));
            List<String> own = PageLayout.lines(source, chunk.from(), chunk.to());
            long comments = own.stream().map(FrontLayout::comment).flatMap(Optional::stream).count();
            Optional<String> after = comment(own.getFirst());
            if (comments > (own.size() == 1 && after.isPresent() ? 1 : 0)) {
                return written;
            }
            lines.add(parameter(chunk.entry(), widest) + after.map(comment -> "  " + comment).orElse(""));
        }
        tail(chunks, params.from() + 1, params.to() + 1).forEach(comment -> lines.add("  " + comment.strip()));
        return lines;
    }

    private static String parameter(Entry entry, int widest) {
        String key = scalar(entry.key().text());
        return ("  " + key + ":" + " ".repeat(widest - key.length() + 1) + topLevel(entry.value())).stripTrailing();
    }

    private static String topLevel(Node node) {
        return node instanceof Node.Scalar(var words) && words.isEmpty() ? "" : flow(node);
    }

    private static String flow(Node node) {
        return switch (node) {
            case Node.Scalar(var words) -> scalar(words.text());
            case Node.Items(var nodes, _) -> nodes.stream().map(FrontLayout::flow)
                    .collect(Collectors.joining(", ", "[", "]"));
            case Node.Entries(var entries, _) -> "{" + flow(entries) + "}";
        };
    }

    private static String flow(List<Entry> entries) {
        boolean declared = entries.stream().noneMatch(entry -> KEYS.contains(entry.key().text()));
        return (declared ? entries.stream() : entries.stream().sorted(IN_ORDER))
                .map(entry -> scalar(entry.key().text()) + ": " + flow(entry.value()))
                .collect(Collectors.joining(", "));
    }

    private static String scalar(String text) {
        if (PLAIN.matcher(text).matches() && !NOTHING.contains(text)) {
            return text;
        }
        var quoted = new StringBuilder("\"");
        text.chars().forEach(c -> {
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                default -> quoted.append((char) c);
            }
        });
        return quoted.append('"').toString();
    }

    /// @return the comment a line ends in, from its #
    private static Optional<String> comment(String line) {
        char quote = 0;
        char before = ' ';
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            boolean starts = before == ' ' || before == '\t' || before == '[' || before == '{' || before == ',';
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (starts && (c == '"' || c == '\'')) {
                quote = c;
            } else if (c == '#' && (before == ' ' || before == '\t')) {
                return Optional.of(line.substring(i));
            }
            before = c;
        }
        return Optional.empty();
    }
}
