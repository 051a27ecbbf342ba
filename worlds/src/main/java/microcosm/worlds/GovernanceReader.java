package microcosm.worlds;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import microcosm.worlds.syntax.Block;
import microcosm.worlds.syntax.Page;
import microcosm.worlds.syntax.Words;

/// Reads Governance: a Mermaid state diagram in a strict subset, and tables that must agree with it.
final class GovernanceReader {
    private static final Pattern EDGE = Pattern
            .compile("(\\[\\*\\]|[a-z][a-z0-9_]*)\\s*-->\\s*([a-z][a-z0-9_]*)(?:\\s*:\\s*([a-z][a-z0-9_]*))?");
    private static final List<String> KEYS = List.of("rates", "fires", "fines", "told to", "subjects", "starts",
            "audits",
            "audit cost");

    private final Cells cells;
    private final Reading reading;
    private final Set<String> states = new LinkedHashSet<>();
    private final List<Governance.Transition> transitions = new ArrayList<>();
    private final SequencedMap<String, List<SequencedMap<String, String>>> tables = new LinkedHashMap<>();
    private final List<String> norms = new ArrayList<>();

    GovernanceReader(Cells cells) {
        this.cells = cells;
        reading = cells.reading;
    }

    Optional<Governance> governance() { return reading.section("Governance").flatMap(this::governance); }

    private Optional<Governance> governance(Page.Section section) {
        var fences = section.blocks().stream().filter(Block.Fence.class::isInstance).map(Block.Fence.class::cast)
                .toList();
        if (fences.size() != 1) {
            reading.wrong(section.heading(),
                    fences.isEmpty() ? "governance without a diagram" : "governance with several diagrams",
                    "one ```mermaid block that begins with stateDiagram-v2");
            return Optional.empty();
        }
        diagram(fences.getFirst());
        for (Block block : section.blocks()) {
            if (block instanceof Block.Table table) {
                table(table);
            }
        }
        var options = new LinkedHashMap<String, String>();
        Bullets bullets = cells.bullets(section.blocks(), String.join(", ", KEYS));
        KEYS.forEach(key -> bullets.one(key).ifPresent(value -> options.put(key, reading.prose(value))));
        bullets.one("audits").ifPresent(cells.numbers::share);
        String rule = Norms.joined("", norms);
        for (Page.Entity entity : section.entities()) {
            if (entity.heading().is("Rule text")) {
                rule = Norms.joined(reading.prose(entity.blocks()), norms);
            } else {
                reading.unknown(entity.heading(), "part of governance", List.of("Rule text"));
            }
        }
        return Optional.of(new Governance(List.copyOf(states), transitions, tables, options, rule, text(section),
                reading.at(section.heading())));
    }

    private String text(Page.Section section) {
        String source = reading.page.source().text();
        int from = section.heading().offset();
        int next = source.indexOf("\n## ", from);
        return source.substring(from, next < 0 ? source.length() : next + 1).strip();
    }

    private void diagram(Block.Fence fence) {
        Words first = fence.lines().isEmpty()
                ? Words.standingFor(reading.page.source(), "", fence.offset())
                : fence.lines().getFirst();
        if (!fence.language().equals("mermaid") || !first.is("stateDiagram-v2")) {
            reading.wrong(first, "a fenced block that is not a state diagram",
                    "```mermaid and stateDiagram-v2 on the next line");
            return;
        }
        boolean begun = false;
        var left = new ArrayList<Words>();
        for (Words line : fence.lines().subList(1, fence.lines().size())) {
            var edge = EDGE.matcher(line.text());
            if (line.isEmpty() || line.text().startsWith("%%")) {
                continue;
            }
            if (!edge.matches() || (edge.group(1).equals("[*]") && (begun || edge.group(3) != null))) {
                reading.wrong(line, "cannot read " + Problems.quoted(line.text()) + " as a transition",
                        "one [*] --> first, then from --> to: event, in lower-case words");
                continue;
            }
            begun = true;
            boolean start = edge.group(1).equals("[*]");
            if (!start) {
                left.add(line.sub(0, edge.end(1)));
            }
            states.add(edge.group(2));
            if (!start) {
                if (edge.group(3) == null) {
                    reading.wrong(line, "a transition without its event",
                            edge.group(1) + " --> " + edge.group(2) + ": event");
                } else {
                    transitions.add(
                            new Governance.Transition(edge.group(1), edge.group(2), edge.group(3), reading.at(line)));
                }
            }
        }
        left.stream().filter(from -> !states.contains(from.text()))
                .forEach(from -> reading.unknown(from, "state", states));
        if (!begun) {
            reading.wrong(first, "a diagram without states", "[*] --> first");
        }
    }

    private void table(Block.Table table) {
        List<Words> header = table.header();
        String name = header.isEmpty() ? "" : header.getFirst().text();
        var rows = new ArrayList<SequencedMap<String, String>>();
        for (Block.Row row : table.rows()) {
            var cellsByHeading = new LinkedHashMap<String, String>();
            for (int i = 0; i < header.size(); i++) {
                cellsByHeading.put(header.get(i).text(), reading.prose(row.cells().get(i)));
            }
            rows.add(cellsByHeading);
        }
        if (tables.put(name, rows) != null) {
            reading.wrong(header.getFirst(), "a second table that begins with " + Problems.quoted(name),
                    "each table once");
        }
        switch (name) {
            case "from" -> drawn(table);
            case "event" -> events(table);
            case "signal" -> signals(table);
            case Norms.ATTRIBUTE -> norms.addAll(Norms.read(table, reading));
            default -> levels(table);
        }
    }

    private Optional<Integer> column(Block.Table table, String heading) {
        for (int i = 0; i < table.header().size(); i++) {
            if (table.header().get(i).is(heading)) {
                return Optional.of(i);
            }
        }
        reading.wrong(table.header().getFirst(), "a table without the column \"" + heading + "\"",
                "a column \"" + heading + "\"");
        return Optional.empty();
    }

    /// Every row must be an arrow of the diagram.
    private void drawn(Block.Table table) {
        column(table, "to").ifPresent(to -> {
            for (Block.Row row : table.rows()) {
                Words from = row.cells().getFirst();
                Words target = row.cells().get(to);
                boolean known = true;
                for (Words state : List.of(from, target)) {
                    if (!states.contains(state.text())) {
                        reading.unknown(state, "state", states);
                        known = false;
                    }
                }
                boolean arrow = transitions.stream().anyMatch(t -> from.is(t.from()) && target.is(t.to()));
                if (known && !arrow) {
                    reading.wrong(from, "no arrow from " + from + " to " + target + " in the diagram",
                            "the table and the diagram agree");
                }
                consequence(table, row);
            }
        });
    }

    private void consequence(Block.Table table, Block.Row row) {
        for (int i = 0; i < table.header().size(); i++) {
            String heading = table.header().get(i).text();
            Words cell = row.cells().get(i);
            if (heading.equals("needs") && !cell.isEmpty()) {
                cells.formulas.read(cell);
            } else if (heading.equals("cooldown") && !cell.isEmpty()) {
                cells.numbers.whole(cell, 0, 1_000_000);
            } else if (heading.equals("consequence")) {
                for (Words part : cell.split(',')) {
                    int open = part.text().indexOf('(');
                    if (open > 0) {
                        cells.formulas.readCall(part);
                    }
                }
            }
        }
    }

    /// The events of the diagram and those of the table are the same.
    private void events(Block.Table table) {
        List<String> drawn = transitions.stream().map(Governance.Transition::event).distinct().toList();
        List<String> told = table.rows().stream().map(row -> row.cells().getFirst().text()).toList();
        for (Block.Row row : table.rows()) {
            if (!drawn.contains(row.cells().getFirst().text())) {
                reading.unknown(row.cells().getFirst(), "event of the diagram", drawn);
            }
            Matcher clean = StatutePhrases.CLEAN.matcher(row.cells().getLast().text());
            if (clean.matches() && clean.group(2) != null) {
                cells.formulas.read(row.cells().getLast().sub(clean.start(2), clean.end(2)));
            } else if (StatutePhrases.isExpression(row.cells().getLast().text())) {
                cells.formulas.read(row.cells().getLast());
            }
        }
        for (Governance.Transition transition : transitions) {
            if (!told.contains(transition.event())) {
                reading.problems.add(new Problem(transition.at(),
                        "event \"" + transition.event() + "\" is drawn and never explained",
                        microcosm.worlds.syntax.Spelling.nearest(transition.event(), told),
                        "a row of the table that begins with event"));
            }
        }
    }

    private void signals(Block.Table table) {
        column(table, "over").ifPresent(over -> {
            for (Block.Row row : table.rows()) {
                Words cell = row.cells().get(over);
                if (!cell.text().matches("[0-9]{1,6} (" + Pattern.quote(reading.unit) + "|step)s?")) {
                    reading.wrong(cell, Problems.quoted(cell.text()) + " is not a stretch of time",
                            "1 " + reading.unit + ", 5 " + reading.unit + "s");
                }
                if (row.cells().size() > 1 && !StatutePhrases.TOGETHER.matcher(row.cells().get(1).text()).matches()) {
                    cells.formulas.read(row.cells().get(1));
                }
            }
        });
    }

    /// A table headed by a parameter has one row for each of its levels.
    private void levels(Block.Table table) {
        Words head = table.header().getFirst();
        Parameter parameter = reading.parameters.get(head.text());
        if (parameter == null) {
            var known = new ArrayList<>(reading.parameters.keySet());
            known.addAll(List.of("from", "event", "signal", Norms.ATTRIBUTE));
            reading.unknown(head, "table of governance", known);
            return;
        }
        reading.used.add(head.text());
        var seen = table.rows().stream().map(row -> row.cells().getFirst().text()).toList();
        for (Block.Row row : table.rows()) {
            if (!parameter.of().contains(row.cells().getFirst().text())) {
                reading.unknown(row.cells().getFirst(), "level of " + head, parameter.of());
            }
        }
        parameter.of().stream().filter(level -> !seen.contains(level))
                .forEach(level -> reading.wrong(head, "no row for " + head + " " + Problems.quoted(level),
                        "one row for each level"));
    }
}
