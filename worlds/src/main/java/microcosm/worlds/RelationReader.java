package microcosm.worlds;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import microcosm.worlds.syntax.Block;
import microcosm.worlds.syntax.Words;

/// Reads Relations: a table, and Mermaid `graph` blocks for networks.
final class RelationReader {
    private static final Pattern OWES = Pattern.compile("owes (.*)");
    private static final Pattern AMOUNT = Pattern.compile("([0-9]{1,12}(?:\\.[0-9]{1,6})?) ([a-z][a-z0-9_]*)");
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9 _-]{0,60}");
    private static final String NODE = "([\\p{L}\\p{N}_-]+)(?:\\[[^\\]]*\\])?";
    private static final Pattern EDGE = Pattern.compile(NODE + "\\s*(-->|---)\\s*(?:\\|([^|]+)\\|)?\\s*" + NODE);
    private static final Pattern LONE = Pattern.compile(NODE);

    private final Cells cells;
    private final Reading reading;
    private final ThingsReader things;

    RelationReader(Cells cells, ThingsReader things) {
        this.cells = cells;
        reading = cells.reading;
        this.things = things;
    }

    List<Relation> relations() {
        var relations = new ArrayList<Relation>();
        reading.section("Relations").ifPresent(section -> {
            for (Rows.Row row : cells.rows.read(section.blocks(), Rows.Columns.of("from, to, is", "known to, when"))) {
                row(row).ifPresent(relations::add);
            }
            for (Block block : section.blocks()) {
                if (block instanceof Block.Fence fence) {
                    graph(fence, relations);
                }
            }
        });
        return relations;
    }

    private Optional<Relation> row(Rows.Row row) {
        var from = cells.references.one(row.cell("from"), MembersReader.PEOPLE);
        var to = cells.references.one(row.cell("to"), MembersReader.PEOPLE);
        Words is = reading.resolved(row.cell("is"));
        var owes = OWES.matcher(is.text());
        Bundle owed = owes.matches() ? bundle(is.sub(owes.start(1), owes.end(1))) : Bundle.NONE;
        if (!owes.matches() && !NAME.matcher(is.text()).matches()) {
            reading.wrong(is, Problems.quoted(is.text()) + " does not name a relation",
                    "lower-case words, or owes and an amount: owes 5 grain");
        }
        if (from.isEmpty() || to.isEmpty()) {
            return Optional.empty();
        }
        var both = List.of(from.get(), to.get());
        List<String> knownTo = row.given("known to").map(value -> things.knownTo(value, both)).orElse(both);
        return Optional.of(new Relation(from.get(), to.get(), owes.matches() ? "owes" : is.text(), owed, knownTo,
                reading.at(row.first())));
    }

    private Bundle bundle(Words written) {
        var amounts = new LinkedHashMap<String, BigDecimal>();
        for (Words part : written.split(',')) {
            var amount = AMOUNT.matcher(part.text());
            if (!amount.matches()) {
                reading.wrong(part, Problems.quoted(part.text()) + " is not an amount of a good",
                        "a number and a good: 5 grain");
            } else if (!reading.names.of(Names.Kind.GOOD).containsKey(amount.group(2))) {
                reading.unknown(part.sub(amount.start(2), amount.end(2)), "good",
                        reading.names.of(Names.Kind.GOOD).keySet());
            } else {
                amounts.merge(amount.group(2), new BigDecimal(amount.group(1)), BigDecimal::add);
            }
        }
        return Bundle.of(amounts);
    }

    /// `mira-oduya -->|follows| old-peder`; `---` for both ways.
    private void graph(Block.Fence fence, List<Relation> relations) {
        Words first = fence.lines().isEmpty()
                ? Words.standingFor(reading.page.source(), "", fence.offset())
                : fence.lines().getFirst();
        if (!fence.language().equals("mermaid") || !first.text().matches("graph (LR|TD|TB|RL|BT)")) {
            reading.wrong(first, "a fenced block that is not a graph", "```mermaid and graph LR on the next line");
            return;
        }
        for (Words line : fence.lines().subList(1, fence.lines().size())) {
            var edge = EDGE.matcher(line.text());
            if (edge.matches()) {
                edge(line, edge, relations);
            } else if (!line.isEmpty() && !line.text().startsWith("%%") && !LONE.matcher(line.text()).matches()) {
                reading.wrong(line, "cannot read " + Problems.quoted(line.text()) + " as an edge",
                        "one-person -->|relation| another-person");
            }
        }
    }

    private void edge(Words line, java.util.regex.Matcher edge, List<Relation> relations) {
        var from = person(line.sub(edge.start(1), edge.end(1)));
        var to = person(line.sub(edge.start(4), edge.end(4)));
        String is = edge.group(3) == null ? "knows" : edge.group(3).strip();
        if (from.isPresent() && to.isPresent()) {
            relations.add(new Relation(from.get(), to.get(), is, Bundle.NONE, List.of("everyone"), reading.at(line)));
            if (edge.group(2).equals("---")) {
                relations.add(
                        new Relation(to.get(), from.get(), is, Bundle.NONE, List.of("everyone"), reading.at(line)));
            }
        }
    }

    private Optional<String> person(Words id) {
        for (Names.Kind kind : MembersReader.PEOPLE) {
            if (reading.names.of(kind).containsKey(id.text())) {
                return Optional.of(id.text());
            }
        }
        reading.unknown(id, "person",
                MembersReader.PEOPLE.stream().flatMap(kind -> reading.names.of(kind).keySet().stream()).toList());
        return Optional.empty();
    }
}
