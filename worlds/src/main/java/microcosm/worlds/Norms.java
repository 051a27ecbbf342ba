package microcosm.worlds;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import microcosm.worlds.syntax.Block;
import microcosm.worlds.syntax.Words;

/// Rules written by their parts, one a row: whom they are for, what they oblige to, what it is about, when, and what follows otherwise. Each is told as one sentence.
///
/// The parts are those of the grammar of institutions; a norm has no `or else`, a rule has one.
///
/// Source: Crawford and Ostrom 1995, A Grammar of Institutions, American Political Science Review 89, pp. 582-600.
final class Norms {
    static final String ATTRIBUTE = "attribute";
    static final List<String> PARTS = List.of(ATTRIBUTE, "deontic", "aim", "object", "condition", "or else");
    private static final List<String> DEONTICS = List.of("must", "must not", "may");

    private Norms() {}

    /// @return a sentence for each row that can be read
    static List<String> read(Block.Table table, Reading reading) {
        List<Words> head = table.header();
        head.stream().filter(one -> !PARTS.contains(one.text()))
                .forEach(one -> reading.unknown(one, "part of a rule", PARTS));
        List<String> columns = head.stream().map(Words::text).toList();
        List.of("deontic", "aim").stream().filter(part -> !columns.contains(part))
                .forEach(part -> reading.wrong(head.getFirst(), "rules without the column \"" + part + "\"",
                        "a column \"" + part + "\""));
        var sentences = new ArrayList<String>();
        for (Block.Row row : table.rows()) {
            var parts = new LinkedHashMap<String, String>();
            for (int i = 0; i < columns.size(); i++) {
                Words cell = row.cells().get(i);
                parts.put(columns.get(i), reading.prose(cell));
                if (columns.get(i).equals("deontic") && !DEONTICS.contains(cell.text())) {
                    reading.unknown(cell, "deontic", DEONTICS);
                } else if (List.of(ATTRIBUTE, "aim").contains(columns.get(i)) && cell.isEmpty()) {
                    reading.wrong(cell, "a rule without its " + columns.get(i), "whom it is for, and what they do");
                }
            }
            sentences.add(sentence(parts));
        }
        return sentences;
    }

    /// @return `Every firm must not divide the towns, in any round, or else it pays a fine.`
    private static String sentence(Map<String, String> parts) {
        String duty = Stream.of(ATTRIBUTE, "deontic", "aim", "object").map(part -> parts.getOrDefault(part, ""))
                .filter(part -> !part.isEmpty()).collect(Collectors.joining(" "));
        String condition = parts.getOrDefault("condition", "");
        String otherwise = parts.getOrDefault("or else", "");
        String whole = duty + (condition.isEmpty() ? "" : ", " + condition)
                + (otherwise.isEmpty() ? "" : ", or else " + otherwise);
        return whole.isEmpty() ? "" : Character.toUpperCase(whole.charAt(0)) + whole.substring(1) + ".";
    }

    /// @return prose, then the rules
    static String joined(String prose, List<String> norms) {
        return Stream.concat(Stream.of(prose), norms.stream()).filter(words -> !words.isEmpty())
                .collect(Collectors.joining(" "));
    }
}
