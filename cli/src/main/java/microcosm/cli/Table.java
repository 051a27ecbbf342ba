package microcosm.cli;

import java.util.ArrayList;
import java.util.List;

/// Rows of cells under one another, each column as wide as its widest cell. What is right-aligned is a number.
final class Table {
    private static final String GAP = "  ";

    private final List<Boolean> right;
    private final List<List<String>> rows = new ArrayList<>();

    /// @param right for each column whether it is right-aligned
    Table(Boolean... right) { this.right = List.of(right); }

    /// @param cells one for each column
    void row(String... cells) {
        if (cells.length != right.size()) {
            throw new IllegalArgumentException(cells.length + " cells for " + right.size() + " columns");
        }
        rows.add(List.of(cells));
    }

    /// @return one for each row, without trailing space
    List<String> lines() {
        var lines = new ArrayList<String>();
        for (List<String> row : rows) {
            var line = new StringBuilder();
            for (int column = 0; column < row.size(); column++) {
                String cell = row.get(column);
                String space = " ".repeat(width(column) - cell.length());
                line.append(right.get(column) ? space + cell : cell + space).append(GAP);
            }
            lines.add(line.toString().stripTrailing());
        }
        return lines;
    }

    private int width(int column) { return rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0); }
}
