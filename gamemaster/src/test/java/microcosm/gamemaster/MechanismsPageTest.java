package microcosm.gamemaster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/// The table of mechanisms in the README of this room, which is what authors read.
class MechanismsPageTest {
    private static final Pattern CODE = Pattern.compile("`([^`]+)`");
    private static final List<String> OF_ROUNDS = List.of("over", "steady", "transparency");
    /// What each needs before it can begin.
    private static final Map<String, String> CELLS = Map.of("matrix-game",
            "moves: C, D|payoffs: C C 3 3; C D 0 5; D C 5 0; D D 1 1", "program-game",
            "moves: C, D|payoffs: C C 3 3; C D 0 5; D C 5 0; D D 1 1", "cournot", "unit cost: 10", "tax",
            "paid in: coin", "selection", "fitness: stubborn 1.5; silent 1");

    @TempDir
    private Path folder;

    private record Row(SortedSet<String> reads, SortedSet<String> benchmarks) {}

    /// @return mechanism → what the table says of it, `as X` replaced by what it says of X
    private static Map<String, Row> table() throws IOException {
        var rows = new TreeMap<String, Row>();
        for (String line : Files.readString(Path.of("README.md")).lines()
                .dropWhile(line -> !line.startsWith("| mechanism | settles | reads |")).skip(2)
                .takeWhile(line -> line.startsWith("|")).toList()) {
            List<String> cells = Arrays.stream(line.split("\\|")).map(String::strip).toList();
            assertThat(cells.get(5)).as("source of " + cells.get(1)).isNotEmpty();
            for (String name : words(cells.get(1))) {
                var reads = new TreeSet<String>();
                var benchmarks = new TreeSet<String>();
                collect(cells.get(3), rows, reads, true);
                collect(cells.get(4), rows, benchmarks, false);
                rows.put(name, new Row(reads, benchmarks));
            }
        }
        return rows;
    }

    private static void collect(String cell, Map<String, Row> rows, SortedSet<String> into, boolean reads) {
        for (String word : words(cell)) {
            if (rows.containsKey(word) && cell.contains("as `" + word)) {
                into.addAll(reads ? rows.get(word).reads() : rows.get(word).benchmarks());
            } else {
                into.add(word);
            }
        }
    }

    private static List<String> words(String cell) {
        return CODE.matcher(cell).results().map(it -> it.group(1)).toList();
    }

    @Test
    void names_every_mechanism_and_exactly_what_it_reads() throws IOException {
        var written = new TreeMap<String, SortedSet<String>>();
        table().forEach((name, row) -> written.put(name, row.reads()));

        var read = new TreeMap<String, SortedSet<String>>();
        Mechanisms.all().forEach(mechanism -> {
            var columns = new TreeSet<>(mechanism.columns());
            if (mechanism instanceof GameOfRounds) {
                OF_ROUNDS.forEach(columns::remove);
            }
            read.put(mechanism.name(), columns);
        });

        assertThat(written).isEqualTo(read);
    }

    @Test
    void names_every_benchmark_that_stands_in_a_trace() throws IOException {
        for (var row : table().entrySet()) {
            var given = new TreeSet<String>();
            begun(row.getKey(), "").benchmarks().keySet().forEach(name -> given.add(plain(name)));

            assertThat(given).as(row.getKey()).isEqualTo(row.getValue().benchmarks());
        }
    }

    @Test
    void measures_can_name_every_benchmark() throws IOException {
        for (String mechanism : table().keySet()) {
            Map<String, Double> benchmarks = begun(mechanism, "").benchmarks();
            var measures = new StringBuilder("\n## Measures\n\n| measure | when | is |\n|---|---|---|\n");
            var named = new LinkedHashMap<String, Double>();
            benchmarks.forEach((name, value) -> {
                String word = name.replaceFirst(" the-place$", "");
                named.put("m" + named.size(), value);
                measures.append("| m").append(named.size() - 1).append(" | end | ")
                        .append(word.contains(" ") ? "attribute(everyone, \"" + name + "\")" : word).append(" |\n");
            });

            assertThat(begun(mechanism, benchmarks.isEmpty() ? "" : measures.toString()).measures()).as(mechanism)
                    .isEqualTo(named);
        }
    }

    private static String plain(String benchmark) {
        return benchmark.replaceFirst("(nash_price|most_surplus|competitive_\\w+) the-place$", "$1 MARKET")
                .replaceFirst("(sustainable|most) the-place$", "$1 POOL").replaceFirst("nash_q \\w+ the-place$",
                        "nash_q FIRM MARKET")
                .replaceFirst("nash_bid \\w+$", "nash_bid PERSON").replaceFirst("(dominant|critical_discount) \\w+$",
                        "$1 MOVE")
                .replaceFirst("nash [A-Z ]+$", "nash MOVES");
    }

    /// @return what came of a world of two with one market of this mechanism
    private Ended begun(String mechanism, String measures) {
        var columns = new LinkedHashMap<String, String>();
        for (String cell : CELLS.getOrDefault(mechanism, mechanism.contains("auction") || mechanism.contains("offer")
                ? "good: cloth|paid in: coin"
                : mechanism.equals("credit") ? "paid in: coin" : "").split("\\|")) {
            if (!cell.isEmpty()) {
                columns.put(cell.split(": ")[0], cell.split(": ")[1]);
            }
        }
        var headings = new ArrayList<>(List.of("place", "mechanism"));
        var cells = new ArrayList<>(List.of("the place", mechanism));
        if (mechanism.equals("cournot")) {
            headings.add("price");
            cells.add("max(0, 100 - Q)");
        }
        columns.forEach((name, cell) -> {
            headings.add(name);
            cells.add(cell);
        });
        return Ended.of(1, """
                ## People

                ### Ada
                - policy: POLICY(kind: stubborn)
                - traits: worth 9

                ### Bo
                - policy: POLICY(kind: silent)
                - traits: cost 3

                ## Goods

                | good | unit | made or used |
                |---|---|---|
                | cloth | bale | no |
                | coin | coin | no |

                ## Markets

                | %s |
                |%s
                | %s |
                """.formatted(String.join(" | ", headings), "---|".repeat(headings.size()), String.join(" | ", cells))
                .replaceAll("POLICY(\\([^)]*\\))", mechanism.equals("selection") ? "heir$1" : "silent")
                + measures, 1, folder.resolve(mechanism + measures.length()));
    }
}
