package microcosm.worlds.syntax;

import java.util.ArrayList;
import java.util.List;

/// Lays out a table: columns as wide as their widest cell while the whole is at most [#WIDEST] wide, else one space on either side of a cell.
final class TableLayout {
    private static final int WIDEST = 240;

    private TableLayout() {}

    /// @param lines the heading, the rule below it, and the rows, as they stand
    static List<String> of(List<String> lines) {
        List<List<String>> rows = lines.stream().map(TableLayout::cells).toList();
        int columns = rows.getFirst().size();
        int[] widths = new int[columns];
        for (int i = 0; i < rows.size(); i++) {
            for (int column = 0; column < columns && i != 1; column++) {
                widths[column] = Math.max(widths[column], width(rows.get(i).get(column)));
            }
        }
        int whole = 1;
        for (int column = 0; column < columns; column++) {
            widths[column] = Math.max(widths[column], 1);
            whole += widths[column] + 3;
        }
        boolean aligned = whole <= WIDEST;
        var laidOut = new ArrayList<String>();
        for (int i = 0; i < rows.size(); i++) {
            var row = new StringBuilder("|");
            for (int column = 0; column < columns; column++) {
                String rule = rows.get(1).get(column);
                row.append(i == 1
                        ? rule(rule, aligned ? widths[column] + 2 : 3)
                        : cell(rows.get(i).get(column), rule, aligned ? widths[column] : 0)).append('|');
            }
            laidOut.add(row.toString());
        }
        return laidOut;
    }

    private static String rule(String rule, int width) {
        String left = rule.startsWith(":") ? ":" : "";
        String right = rule.endsWith(":") ? ":" : "";
        return left + "-".repeat(width - left.length() - right.length()) + right;
    }

    private static String cell(String text, String rule, int width) {
        int free = Math.max(0, width - width(text));
        int before = !rule.endsWith(":") ? 0 : rule.startsWith(":") ? free / 2 : free;
        String padded = " ".repeat(before) + text + " ".repeat(free - before);
        return padded.isEmpty() ? " " : " " + padded + " ";
    }

    /// Cut at every bar that no backslash stands before.
    static List<String> cells(String line) {
        String row = line.strip();
        var cells = new ArrayList<String>();
        int from = row.startsWith("|") ? 1 : 0;
        for (int i = from; i < row.length(); i++) {
            if (row.charAt(i) == '|' && (i == 0 || row.charAt(i - 1) != '\\')) {
                cells.add(row.substring(from, i).strip());
                from = i + 1;
            }
        }
        if (from < row.length() || cells.isEmpty()) {
            cells.add(row.substring(from).strip());
        }
        return cells;
    }

    /// Columns of a terminal: none for marks that combine, two for wide letters.
    private static int width(String text) { return text.codePoints().map(TableLayout::width).sum(); }

    private static int width(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
            default -> Character.isIdeographic(c) || (c >= 0x1100 && c <= 0x115F) || (c >= 0x2E80 && c <= 0xA4CF)
                    || (c >= 0xAC00 && c <= 0xD7A3) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFF00 && c <= 0xFF60)
                    || (c >= 0x1F300 && c <= 0x1FAFF) ? 2 : 1;
        };
    }
}
