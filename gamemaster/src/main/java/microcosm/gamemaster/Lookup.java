package microcosm.gamemaster;

import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.stream.Collectors;

import microcosm.worlds.Tool;

/// A table to look things up in. Answers with every row whose first cell the question names as whole words, in the order of the table.
public final class Lookup implements Answering {
    private static final int MOST = 5;

    @Override
    public String name() { return "lookup"; }

    @Override
    public String summary() { return "a table: says the rows whose first cell is named"; }

    @Override
    public Answer answer(Tool tool, String question) {
        String asked = " " + words(question) + " ";
        List<SequencedMap<String, String>> rows = tool.rows().stream()
                .filter(row -> asked.contains(" " + words(row.firstEntry().getValue()) + " ")).limit(MOST).toList();
        return rows.isEmpty()
                ? Answer.none(tool.name() + " has nothing under that.")
                : Answer.of(rows.stream().map(Lookup::line).collect(Collectors.joining(" ")));
    }

    /// `lime: price 4, by the sack.`
    private static String line(SequencedMap<String, String> row) {
        return row.firstEntry().getValue() + ": " + row.entrySet().stream().skip(1)
                .map(cell -> cell.getKey() + " " + cell.getValue()).collect(Collectors.joining(", ")) + ".";
    }

    private static String words(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
