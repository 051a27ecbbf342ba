package microcosm.worlds.syntax;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;

/// Reads a text as a page. Never fails: what cannot be read is a [Fault] of the page.
public final class PageParser {
    static final Parser MARKDOWN = Parser.builder().extensions(List.of(TablesExtension.create()))
            .enabledBlockTypes(new LinkedHashSet<>(
                    List.of(Heading.class, FencedCodeBlock.class, HtmlBlock.class, ListBlock.class)))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS_AND_INLINES).maxOpenBlockParsers(12)
            .inlineParserFactory(_ -> RawInline::keep).build();

    private final Source source;
    private final List<Fault> faults = new ArrayList<>();
    private final Slugs slugs = new Slugs();
    private Optional<Words> title = Optional.empty();
    private final List<Block> premise = new ArrayList<>();
    private final List<Page.Section> sections = new ArrayList<>();

    private PageParser(Source source) { this.source = source; }

    public static Page parse(Source source) { return new PageParser(source).page(); }

    private Page page() {
        if (!Limits.keep(source, faults)) {
            return new Page(source, Optional.empty(), Optional.empty(), List.of(), List.of(), faults);
        }
        int body = 0;
        Optional<FrontMatter> front = Optional.empty();
        if (isFence(1)) {
            int close = 2;
            while (close <= source.lines() && !isFence(close)) {
                close++;
            }
            if (close > source.lines()) {
                faults.add(Fault.of(source, 0, "front matter that is never closed", "a second line of ---"));
                return new Page(source, Optional.empty(), Optional.empty(), List.of(), List.of(), faults);
            }
            front = Optional.of(FrontMatterParser.parse(source, source.start(2), source.start(close), faults));
            body = close == source.lines() ? source.text().length() : source.start(close + 1);
        }
        read(MARKDOWN.parse(source.text().substring(body)), body);
        return new Page(source, front, title, premise, sections, faults);
    }

    private boolean isFence(int line) {
        int from = source.start(line);
        int to = line == source.lines() ? source.text().length() : source.start(line + 1);
        return source.text().substring(from, to).strip().equals("---") && source.text().startsWith("---", from);
    }

    /// What is being filled: the premise, a section, or an entity of it.
    private void read(Node document, int shift) {
        var blocks = new BlockReader(source, shift, faults);
        List<Block> filling = premise;
        for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
            if (!(node instanceof Heading heading)) {
                blocks.read(node, filling);
                continue;
            }
            Words words = blocks.words(heading);
            String slug = slugs.next(words.text());
            filling = new ArrayList<>();
            switch (heading.getLevel()) {
                case 1 -> {
                    if (title.isPresent() || !sections.isEmpty()) {
                        faults.add(Fault.of(source, words.offset(), "a second title \"" + words + "\"",
                                "one # heading, at the top"));
                    } else {
                        title = Optional.of(words);
                        filling = premise;
                    }
                }
                case 2 -> open(words, filling);
                case 3 -> openEntity(words, slug, filling);
                default -> faults.add(Fault.of(source, words.offset(), "a heading of level " + heading.getLevel(),
                        "# for the title, ## for a section, ### for what it declares"));
            }
        }
        close();
    }

    private record Open(Words heading, List<Block> blocks, List<OpenEntity> entities) {}

    private record OpenEntity(Words heading, String slug, List<Block> blocks) {}

    private final List<Open> open = new ArrayList<>();

    private void open(Words heading, List<Block> blocks) { open.add(new Open(heading, blocks, new ArrayList<>())); }

    private void openEntity(Words heading, String slug, List<Block> blocks) {
        if (open.isEmpty()) {
            faults.add(Fault.of(source, heading.offset(), "\"" + heading + "\" outside any section",
                    "a ## heading above it"));
        } else {
            open.getLast().entities().add(new OpenEntity(heading, slug, blocks));
        }
    }

    private void close() {
        for (Open section : open) {
            sections.add(new Page.Section(section.heading(), section.blocks(), section.entities().stream()
                    .map(entity -> new Page.Entity(entity.heading(), entity.slug(), entity.blocks())).toList()));
        }
    }
}
