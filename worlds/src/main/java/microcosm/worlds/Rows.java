package microcosm.worlds;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

import microcosm.worlds.syntax.Block;
import microcosm.worlds.syntax.Words;

/// Reads tables whose headings are known.
final class Rows {
    private final Reading reading;
    private final Arms arms;

    Rows(Reading reading, Arms arms) {
        this.reading = reading;
        this.arms = arms;
    }

    /// @param required headings that must stand, the first of them first
    /// @param optional headings that may
    /// @param open whether further headings are taken as they are
    record Columns(List<String> required, List<String> optional, boolean open) {
        static Columns of(String required, String optional) { return new Columns(cut(required), cut(optional), false); }

        static Columns open(String required, String optional) {
            return new Columns(cut(required), cut(optional), true);
        }

        private static List<String> cut(String list) { return list.isEmpty() ? List.of() : List.of(list.split(", ")); }

        List<String> all() {
            var all = new ArrayList<>(required);
            all.addAll(optional);
            return all;
        }
    }

    /// One row, by heading.
    ///
    /// @param headings of the table, as they stand there
    record Row(List<Words> headings, SequencedMap<String, Words> cells) {
        Words cell(String heading) {
            return Optional.ofNullable(cells.get(heading))
                    .orElseThrow(() -> new IllegalArgumentException("no column \"" + heading + "\""));
        }

        /// @return the cell; empty where there is no such column or nothing in it
        Optional<Words> given(String heading) {
            return Optional.ofNullable(cells.get(heading)).filter(cell -> !cell.isEmpty());
        }

        Words first() { return cells.firstEntry().getValue(); }
    }

    /// @return the rows this arm has, of every table among the blocks
    List<Row> read(List<Block> blocks, Columns columns) { return read(blocks, columns, true); }

    /// @param armed whether a column `when` makes arms
    List<Row> read(List<Block> blocks, Columns columns, boolean armed) {
        var rows = new ArrayList<Row>();
        for (Block block : blocks) {
            if (block instanceof Block.Table table && fits(table, columns)) {
                for (Block.Row row : table.rows()) {
                    var cells = new LinkedHashMap<String, Words>();
                    for (int i = 0; i < table.header().size(); i++) {
                        cells.putIfAbsent(table.header().get(i).text(), row.cells().get(i));
                    }
                    var read = new Row(table.header(), cells);
                    if (read.first().isEmpty()) {
                        reading.wrong(read.first(), "a row without its first cell", table.header().getFirst().text());
                    } else if (!armed || read.given("when").map(arms::holds).orElse(true)) {
                        rows.add(read);
                    }
                }
            }
        }
        return rows;
    }

    private boolean fits(Block.Table table, Columns columns) {
        boolean fits = true;
        var seen = new ArrayList<String>();
        for (Words heading : table.header()) {
            boolean known = columns.required().contains(heading.text()) || columns.optional().contains(heading.text());
            boolean misspelt = columns.open() && !known && isNearlyRequired(heading.text(), columns, table);
            if (misspelt || (!known && !columns.open())) {
                reading.unknown(heading, "column", columns.all());
                fits &= !misspelt;
            } else if (seen.contains(heading.text())) {
                reading.wrong(heading, "column \"" + heading + "\" a second time", "each column once");
            }
            seen.add(heading.text());
        }
        for (String required : columns.required()) {
            if (!seen.contains(required)) {
                Words at = table.header().getFirst();
                boolean renamed = table.header().stream().anyMatch(heading -> !columns.all().contains(heading.text())
                        && microcosm.worlds.syntax.Spelling.nearest(heading.text(), columns.all()).contains(required));
                if (!renamed) {
                    reading.wrong(at, "a table without the column \"" + required + "\"",
                            "columns " + String.join(", ", columns.all()));
                }
                fits = false;
            }
        }
        reading.broken |= !fits;
        return fits;
    }

    private static boolean isNearlyRequired(String heading, Columns columns, Block.Table table) {
        return columns.all().stream().anyMatch(column -> table.header().stream().noneMatch(other -> other.is(column))
                && microcosm.worlds.syntax.Spelling.nearest(heading, List.of(column)).contains(column));
    }
}
