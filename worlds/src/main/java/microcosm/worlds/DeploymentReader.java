package microcosm.worlds;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

import microcosm.worlds.syntax.Block;
import microcosm.worlds.syntax.Page;
import microcosm.worlds.syntax.Words;

/// Reads Tools and Oversight: what people may ask, and whom they answer to.
final class DeploymentReader {
    /// How often a tool may be used in one turn, where its author does not say, and at most.
    private static final int USES = 3;
    private static final int MOST_USES = 5;

    private final Cells cells;
    private final Reading reading;

    DeploymentReader(Cells cells) {
        this.cells = cells;
        reading = cells.reading;
    }

    List<Tool> tools() {
        return reading.section("Tools").map(Page.Section::entities).orElse(List.of()).stream()
                .flatMap(entity -> tool(entity).stream()).toList();
    }

    private Optional<Tool> tool(Page.Entity entity) {
        Bullets bullets = cells.bullets(entity.blocks(), "kind, about, used by, uses");
        Optional<Words> written = bullets.one("kind").map(reading::resolved);
        if (written.isEmpty()) {
            reading.wrong(entity.heading(), "a tool without its kind: " + Problems.quoted(entity.heading().text()),
                    "- kind: lookup, calculator or document");
            return Optional.empty();
        }
        String kind = written.get().text();
        if (!reading.lexicon.knows(Vocabulary.Kind.TOOL, kind)) {
            reading.unknown(written.get(), "kind of tool", reading.lexicon.known(Vocabulary.Kind.TOOL));
        }
        var tool = new Tool(entity.slug(), entity.heading().text(), kind,
                bullets.one("about").map(reading::prose).orElse(""),
                bullets.one("used by").map(reading::resolved).filter(value -> !value.is("everyone"))
                        .map(value -> cells.references.list(value, MembersReader.PEOPLE)),
                bullets.one("uses").flatMap(value -> cells.numbers.whole(value, 1, MOST_USES)).orElse(USES),
                reading.prose(entity.blocks()), rows(entity), reading.at(entity.heading()));
        misfit(tool).ifPresent(
                expected -> reading.wrong(entity.heading(), "the " + kind + " " + Problems.quoted(tool.name())
                        + " has nothing to answer from", expected));
        return Optional.of(tool);
    }

    private static Optional<String> misfit(Tool tool) {
        return switch (tool.kind()) {
            case "lookup" -> tool.rows().isEmpty()
                    ? Optional.of("a table whose first column is what it is asked for")
                    : Optional.empty();
            case "document" -> tool.text().isBlank() ? Optional.of("paragraphs under its heading") : Optional.empty();
            default -> Optional.empty();
        };
    }

    private List<SequencedMap<String, String>> rows(Page.Entity entity) {
        var rows = new ArrayList<SequencedMap<String, String>>();
        for (Block block : entity.blocks()) {
            if (block instanceof Block.Table table && !table.header().isEmpty()) {
                for (Block.Row row : table.rows()) {
                    var cellsByColumn = new LinkedHashMap<String, String>();
                    for (int i = 0; i < table.header().size(); i++) {
                        cellsByColumn.putIfAbsent(table.header().get(i).text(), reading.prose(row.cells().get(i)));
                    }
                    rows.add(cellsByColumn);
                }
            }
        }
        return rows;
    }

    List<Oversight> oversight() {
        var all = new ArrayList<Oversight>();
        reading.section("Oversight").ifPresent(section -> {
            for (Rows.Row row : cells.rows.read(section.blocks(), Rows.Columns.of("overseer, of", "actions, when"))) {
                Optional<String> overseer = cells.references.one(reading.resolved(row.first()),
                        List.of(Names.Kind.PERSON));
                var of = cells.members.read(row.cell("of"));
                if (overseer.isPresent() && of.isPresent()) {
                    if (of.get() instanceof Channel.Members.Named(var ids) && ids.equals(List.of(overseer.get()))) {
                        reading.wrong(row.cell("of"), "nobody oversees themselves", "somebody else");
                    }
                    all.add(new Oversight(overseer.get(), of.get(), actions(row), reading.at(row.first())));
                }
            }
        });
        return all;
    }

    private List<String> actions(Rows.Row row) {
        return row.given("actions").map(cell -> {
            var known = reading.names.of(Names.Kind.ACTION).sequencedKeySet();
            var actions = new ArrayList<String>();
            for (Words name : reading.resolved(cell).split(',')) {
                if (known.contains(name.text())) {
                    actions.add(name.text());
                } else {
                    reading.unknown(name, "action", known);
                }
            }
            return List.copyOf(actions);
        }).orElse(List.of());
    }
}
