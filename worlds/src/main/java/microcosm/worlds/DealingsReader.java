package microcosm.worlds;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import microcosm.worlds.syntax.Block;
import microcosm.worlds.syntax.Page;
import microcosm.worlds.syntax.Slugs;
import microcosm.worlds.syntax.Words;

/// Reads Channels, Markets, Phases, Events and Game master.
final class DealingsReader {
    private static final List<String> ORDERS = List.of("simultaneous", "shuffled", "in-turn", "called");

    private final Cells cells;
    private final Reading reading;

    DealingsReader(Cells cells) {
        this.cells = cells;
        reading = cells.reading;
    }

    private List<Rows.Row> rows(String section, Rows.Columns columns, boolean armed) {
        return reading.section(section).map(found -> cells.rows.read(found.blocks(), columns, armed)).orElse(List.of());
    }

    List<Channel> channels() {
        var channels = new ArrayList<Channel>();
        var columns = Rows.Columns.of("channel, who may speak, open, heard by",
                "when, delay, loss, limit, longest, monitored by, paraphrase");
        for (Rows.Row row : rows("Channels", columns, false)) {
            Optional<Formula> when = row.given("when").flatMap(cells.formulas::read);
            Optional<Boolean> constant = when.flatMap(Arms::constant);
            if (constant.orElse(true)) {
                channel(row, constant.isPresent() ? Optional.empty() : when).ifPresent(channel -> {
                    if (channels.stream().anyMatch(other -> other.id().equals(channel.id()) && constant.isPresent())) {
                        reading.wrong(row.first(), "channel " + Problems.quoted(channel.name()) + " a second time",
                                "one row for each channel in each arm");
                    } else {
                        channels.add(channel);
                    }
                });
            }
        }
        return channels;
    }

    private Optional<Channel> channel(Rows.Row row, Optional<Formula> when) {
        var speakers = cells.members.read(row.cell("who may speak"));
        var hearers = cells.members.read(row.cell("heard by"));
        var open = cells.schedules.read(row.cell("open"));
        int delay = whole(row, "delay");
        int limit = whole(row, "limit");
        int longest = whole(row, "longest");
        BigDecimal loss = row.given("loss").flatMap(cell -> cells.numbers.read(cell, BigDecimal.ZERO, BigDecimal.ONE))
                .orElse(BigDecimal.ZERO);
        List<String> monitors = row.given("monitored by").map(cell -> monitors(reading.resolved(cell)))
                .orElse(List.of());
        if (speakers.isEmpty() || hearers.isEmpty() || open.isEmpty()) {
            return Optional.empty();
        }
        String name = row.first().text();
        return Optional.of(new Channel(Slugs.of(name), name, speakers.get(), hearers.get(), open.get(), when, delay,
                loss, limit, longest,
                monitors, row.given("paraphrase").map(reading::prose), reading.at(row.first())));
    }

    private List<String> monitors(Words cell) {
        return cell.is("governance") ? List.of("governance") : cells.references.list(cell, MembersReader.PEOPLE);
    }

    private int whole(Rows.Row row, String column) {
        return row.given(column).flatMap(cell -> cells.numbers.whole(cell, 0, 1_000_000)).orElse(0);
    }

    List<Market> markets() {
        var markets = new ArrayList<Market>();
        var section = reading.section("Markets");
        if (section.isEmpty()) {
            return markets;
        }
        var shared = new LinkedHashMap<String, String>();
        for (Block block : section.get().blocks()) {
            if (block instanceof Block.Bullet(var key, var value)) {
                if (key.isEmpty()) {
                    reading.wrong(value, "a bullet without a key: " + Problems.quoted(value.text()),
                            "- key: value for every market");
                } else {
                    cells.arms.bullet(value).ifPresent(kept -> shared.put(key.text(), reading.prose(kept)));
                }
            }
        }
        for (Page.Entity entity : section.get().entities()) {
            reading.wrong(entity.heading(), "a heading under Markets", "rows of the table");
        }
        String first = firstHeading(section.get());
        var columns = new MarketColumns(reading);
        for (Rows.Row row : cells.rows.read(section.get().blocks(), Rows.Columns.open("mechanism", "when, price"))) {
            market(row, first, shared).ifPresent(markets::add);
            columns.row(row, first);
        }
        columns.bullets(section.get().blocks(), markets);
        return markets;
    }

    private static String firstHeading(Page.Section section) {
        for (Block block : section.blocks()) {
            if (block instanceof Block.Table table && !table.header().isEmpty()) {
                return table.header().getFirst().text();
            }
        }
        return "";
    }

    private Optional<Market> market(Rows.Row row, String first, Map<String, String> shared) {
        var columns = new LinkedHashMap<String, String>();
        row.cells().forEach((heading, cell) -> {
            boolean other = !heading.equals(first) && !List.of("mechanism", "price", "when").contains(heading);
            if (other && !cell.isEmpty()) {
                columns.put(heading, reading.prose(cell));
            }
        });
        shared.forEach(columns::putIfAbsent);
        Words mechanism = reading.resolved(row.cell("mechanism"));
        mechanism(mechanism);
        String name = row.first().text();
        return Optional.of(new Market(Slugs.of(name), name, mechanism.text(),
                row.given("price").flatMap(cells.formulas::read), columns,
                reading.at(row.first())));
    }

    private void mechanism(Words name) {
        if (!name.text().matches("[a-z][a-z0-9-]*")) {
            reading.wrong(name, Problems.quoted(name.text()) + " does not name a mechanism",
                    "a name such as cournot or common-pool");
        } else if (!reading.lexicon.knows(Vocabulary.Kind.MECHANISM, name.text())) {
            reading.unknown(name, "mechanism", reading.lexicon.known(Vocabulary.Kind.MECHANISM));
        }
    }

    List<Phase> phases() {
        var phases = new ArrayList<Phase>();
        var columns = Rows.Columns.open("phase, who", "order, open, when, until, game master, settled by, afterwards");
        for (Rows.Row row : rows("Phases", columns, false)) {
            Optional<Formula> when = row.given("when").flatMap(cells.formulas::read);
            Optional<Boolean> constant = when.flatMap(Arms::constant);
            var who = cells.members.read(row.cell("who"));
            var open = row.given("open").map(cells.schedules::read).orElse(Optional.of(Schedule.Every.STEP));
            var settled = row.given("settled by").map(reading::resolved);
            settled.ifPresent(this::mechanism);
            var more = new LinkedHashMap<String, String>();
            row.cells().forEach((heading, cell) -> {
                if (!columns.all().contains(heading) && !cell.isEmpty()) {
                    more.put(heading, reading.prose(cell));
                }
            });
            var order = row.given("order").flatMap(cell -> order(reading.resolved(cell)));
            if (constant.orElse(true) && who.isPresent() && open.isPresent()) {
                phases.add(new Phase(Slugs.of(row.first().text()), row.first().text(), who.get(), order, open.get(),
                        constant.isPresent() ? Optional.empty() : when,
                        row.given("until").flatMap(cells.formulas::read),
                        row.given("game master").flatMap(cell -> gameMaster(reading.resolved(cell))),
                        settled.map(Words::text),
                        row.given("afterwards").map(cell -> cells.calls.effects(cell, List.of())).orElse(List.of()),
                        more,
                        reading.at(row.first())));
            }
        }
        return phases;
    }

    private Optional<World.GameMasterKind> gameMaster(Words written) {
        if (!Front.GAME_MASTERS.contains(written.text())) {
            reading.unknown(written, "game master", Front.GAME_MASTERS);
            return Optional.empty();
        }
        return Optional.of(Front.kind(written.text()));
    }

    Optional<World.TurnOrder> order(Words written) {
        if (!ORDERS.contains(written.text())) {
            reading.unknown(written, "order", ORDERS);
            return Optional.empty();
        }
        return Optional.of(World.TurnOrder.valueOf(written.text().toUpperCase(Locale.ROOT).replace('-', '_')));
    }

    List<Happening> events() {
        var events = new ArrayList<Happening>();
        for (Page.Entity entity : reading.section("Events").map(Page.Section::entities).orElse(List.of())) {
            Bullets bullets = cells.bullets(entity.blocks(), "on, when, effect, told to");
            var when = bullets.one("when").flatMap(cells.formulas::read);
            var on = bullets.one("on").flatMap(cells.schedules::read);
            if (on.isEmpty() && when.isEmpty()) {
                if (bullets.one("on").isEmpty() && !hasBullet(entity, "on") && !hasBullet(entity, "when")) {
                    reading.wrong(entity.heading(),
                            "an event that never happens: " + Problems.quoted(entity.heading().text()),
                            "- on: a schedule, or - when: a condition");
                }
                continue;
            }
            var effects = new ArrayList<EffectCall>();
            bullets.all("effect").forEach(value -> effects.addAll(cells.calls.effects(value, List.of())));
            var to = bullets.one("told to").flatMap(cells.members::read).orElse(new Channel.Members.Everyone());
            events.add(
                    new Happening(entity.slug(), entity.heading().text(), on.orElse(Schedule.Every.STEP), when, effects,
                            reading.prose(entity.blocks()), to, reading.at(entity.heading())));
        }
        return events;
    }

    private static boolean hasBullet(Page.Entity entity, String key) {
        return entity.blocks().stream()
                .anyMatch(block -> block instanceof Block.Bullet(var written, _) && written.is(key));
    }

    GameMasterBrief gameMaster() {
        return reading.section("Game master").map(section -> {
            Bullets bullets = cells.bullets(section.blocks(), "may establish, may change, manner");
            return new GameMasterBrief(bullets.prose("may establish"), bullets.prose("may change"),
                    bullets.prose("manner"));
        }).orElse(GameMasterBrief.NONE);
    }
}
