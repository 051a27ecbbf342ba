package microcosm.worlds;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import microcosm.worlds.syntax.Block;
import microcosm.worlds.syntax.Words;

/// Whether somebody reads what stands under Markets: a column or bullet that no mechanism knows would change nothing, and nobody would notice.
final class MarketColumns {
    private static final List<String> EVERY = List.of("mechanism", "price", "when");
    private static final String NAME = "NAME ";

    private final Reading reading;
    private final Set<String> reported = new TreeSet<>();

    MarketColumns(Reading reading) { this.reading = reading; }

    /// @param first heading of the column with the names of the markets
    void row(Rows.Row row, String first) {
        String mechanism = reading.resolved(row.cell("mechanism")).text();
        Optional<List<String>> read = reading.lexicon.columns(mechanism);
        for (Words heading : row.headings()) {
            boolean own = heading.is(first) || EVERY.contains(heading.text()) || row.given(heading.text()).isEmpty();
            if (!own && read.isPresent() && reported.add(mechanism + " " + heading.text())) {
                check(heading, read.get());
            }
        }
    }

    /// @param markets all that stand above the bullets, which are meant for any of them
    void bullets(List<Block> blocks, List<Market> markets) {
        var read = new ArrayList<String>();
        for (Market market : markets) {
            Optional<List<String>> own = reading.lexicon.columns(market.mechanism());
            if (own.isEmpty()) {
                return;
            }
            read.addAll(own.get());
        }
        for (Block block : blocks) {
            if (block instanceof Block.Bullet(var key, var _) && !key.isEmpty() && !markets.isEmpty()) {
                check(key, read);
            }
        }
    }

    private void check(Words column, List<String> read) {
        for (String known : read) {
            String end = known.startsWith(NAME) ? known.substring(NAME.length() - 1) : "";
            if (column.is(known) || read.contains(column.text())) {
                return;
            }
            if (!end.isEmpty() && column.text().endsWith(end)) {
                person(column.sub(0, column.text().length() - end.length()));
                return;
            }
        }
        var known = new TreeSet<String>(read);
        known.addAll(EVERY);
        reading.unknown(column, "column", known);
    }

    /// People of populations are named when they are drawn, so that their names are not known here.
    private void person(Words name) {
        if (!reading.names.any(Names.Kind.POPULATION)
                && !reading.names.of(Names.Kind.PERSON).containsValue(name.text())) {
            reading.unknown(name, "person", reading.names.of(Names.Kind.PERSON).values());
        }
    }
}
