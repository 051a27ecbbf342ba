package microcosm.worlds;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import microcosm.worlds.syntax.Words;

/// Reads Goods and Holdings.
final class HoldingsReader {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]*");

    private final Cells cells;
    private final Reading reading;
    private final Map<String, Bundle> byHolder = new LinkedHashMap<>();

    HoldingsReader(Cells cells) {
        this.cells = cells;
        reading = cells.reading;
        reading.section("Holdings").ifPresent(section -> {
            var goods = reading.names.of(Names.Kind.GOOD).keySet();
            var columns = new Rows.Columns(List.of("who"), new ArrayList<>(goods), false);
            var withWhen = new Rows.Columns(columns.required(), concat(columns.optional(), "when"), false);
            for (Rows.Row row : cells.rows.read(section.blocks(), withWhen)) {
                holding(row);
            }
        });
    }

    private static List<String> concat(List<String> list, String more) {
        var all = new ArrayList<>(list);
        all.add(more);
        return all;
    }

    private void holding(Rows.Row row) {
        var amounts = new LinkedHashMap<String, BigDecimal>();
        row.cells().forEach((heading, cell) -> {
            boolean good = !heading.equals("who") && !heading.equals("when") && !cell.isEmpty();
            if (good) {
                cells.numbers.read(cell, BigDecimal.ZERO, Parameter.FAR)
                        .ifPresent(amount -> amounts.put(heading, amount));
            }
        });
        cells.references.one(row.cell("who"), MembersReader.PEOPLE).ifPresent(who -> {
            if (byHolder.putIfAbsent(who, Bundle.of(amounts)) != null) {
                reading.wrong(row.cell("who"),
                        "holdings of " + Problems.quoted(row.cell("who").text()) + " a second time",
                        "one row for each holder in each arm");
            }
        });
    }

    Bundle of(String holder) { return byHolder.getOrDefault(holder, Bundle.NONE); }

    List<Good> goods() {
        var goods = new ArrayList<Good>();
        reading.section("Goods").ifPresent(section -> {
            for (Rows.Row row : cells.rows.read(section.blocks(), Rows.Columns.of("good, unit, made or used", ""))) {
                good(row, goods);
            }
        });
        return goods;
    }

    private void good(Rows.Row row, List<Good> goods) {
        Words name = row.cell("good");
        if (!NAME.matcher(name.text()).matches()) {
            reading.wrong(name, Problems.quoted(name.text()) + " cannot name a good",
                    "one lower-case word: grain, bread_loaf");
        } else if (goods.stream().anyMatch(good -> name.is(good.id()))) {
            reading.wrong(name, "good " + Problems.quoted(name.text()) + " a second time", "each good once");
        } else {
            Words note = row.cell("made or used");
            boolean made = false;
            boolean used = false;
            for (Words part : note.split(',')) {
                String first = part.text().split("\\s", 2)[0];
                made |= first.equals("made");
                used |= first.equals("used");
                if (!List.of("made", "used", "no", "").contains(first)) {
                    reading.wrong(part, Problems.quoted(part.text()) + " does not say whether the good is made or used",
                            "no, made …, used …, or made …, used …");
                }
            }
            goods.add(new Good(name.text(), reading.prose(row.cell("unit")), made, used, reading.prose(note),
                    reading.at(name)));
        }
    }
}
