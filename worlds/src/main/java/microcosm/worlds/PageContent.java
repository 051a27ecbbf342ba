package microcosm.worlds;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import microcosm.worlds.syntax.Block;
import microcosm.worlds.syntax.FrontMatter;
import microcosm.worlds.syntax.Page;
import microcosm.worlds.syntax.Words;

/// All that is read of a page, without where it stands. Two pages with the same content mean the same world under every setting.
///
/// @param front key → value, in any order
/// @param body headings and blocks, in order
record PageContent(Map<String, Object> front, List<Object> body) {
    static PageContent of(Page page) {
        var body = new ArrayList<Object>();
        page.title().ifPresent(title -> body.add("# " + title));
        page.premise().forEach(block -> body.add(content(block)));
        for (Page.Section section : page.sections()) {
            if (section.heading().is("Notes")) {
                continue;
            }
            body.add("## " + section.heading());
            section.blocks().forEach(block -> body.add(content(block)));
            section.entities().forEach(entity -> {
                body.add("### " + entity.heading() + " #" + entity.slug());
                entity.blocks().forEach(block -> body.add(content(block)));
            });
        }
        return new PageContent(page.front().map(front -> entries(front.entries())).orElse(new TreeMap<>()), body);
    }

    private static Object content(Block block) {
        return switch (block) {
            case Block.Paragraph(var words) -> words.text();
            case Block.Bullet(var key, var value) -> List.of("-", key.text(), value.text());
            case Block.Table(var header, var rows, _) -> List.of(texts(header),
                    rows.stream().map(row -> texts(row.cells())).toList());
            case Block.Fence(var language, var lines, _) -> List.of("fence", language, texts(lines));
        };
    }

    private static List<String> texts(List<Words> words) { return words.stream().map(Words::text).toList(); }

    private static Map<String, Object> entries(List<FrontMatter.Entry> entries) {
        var content = new TreeMap<String, Object>();
        entries.forEach(entry -> content.put(entry.key().text(), value(entry.value())));
        return content;
    }

    private static Object value(FrontMatter.Node node) {
        return switch (node) {
            case FrontMatter.Node.Scalar(var words) -> words.text();
            case FrontMatter.Node.Items(var nodes, _) -> nodes.stream().map(PageContent::value).toList();
            case FrontMatter.Node.Entries(var entries, _) -> entries(entries);
        };
    }
}
