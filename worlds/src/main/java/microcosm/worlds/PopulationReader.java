package microcosm.worlds;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;

import microcosm.worlds.Population.Correlation;
import microcosm.worlds.Population.Distribution;
import microcosm.worlds.Population.Network;
import microcosm.worlds.syntax.Block;
import microcosm.worlds.syntax.Page;
import microcosm.worlds.syntax.Words;

/// Reads Populations: people by number and distribution.
final class PopulationReader {
    private static final String KEYS = PeopleReader.KEYS + ", count, names, draw, correlate, network, written by";
    private static final Pattern DRAW = Pattern.compile("([a-z][a-z0-9_]*) ([a-z-]+)\\((.*)\\)");
    private static final Pattern CORRELATE = Pattern
            .compile("([a-z][a-z0-9_]*) with ([a-z][a-z0-9_]*) (-?[0-9](?:\\.[0-9]{1,6})?)");
    /// Distribution → how many numbers it takes; -1 for any number of words.
    private static final Map<String, Integer> DISTRIBUTIONS = new LinkedHashMap<>();
    static {
        DISTRIBUTIONS.put("normal", 2);
        DISTRIBUTIONS.put("uniform", 2);
        DISTRIBUTIONS.put("lognormal", 2);
        DISTRIBUTIONS.put("exponential", 1);
        DISTRIBUTIONS.put("poisson", 1);
        DISTRIBUTIONS.put("integer", 2);
        DISTRIBUTIONS.put("beta", 2);
        DISTRIBUTIONS.put("choice", -1);
    }

    private static final List<String> NETWORKS = List.of("complete", "ring", "grid", "star", "random", "small-world",
            "scale-free",
            "barabasi-albert", "blocks");

    private final Cells cells;
    private final Reading reading;
    private final PeopleReader people;

    PopulationReader(Cells cells, PeopleReader people) {
        this.cells = cells;
        reading = cells.reading;
        this.people = people;
    }

    List<Population> populations() {
        return reading.section("Populations").map(Page.Section::entities).orElse(List.of()).stream()
                .map(this::population).toList();
    }

    private Population population(Page.Entity entity) {
        Person template = people.person(entity, KEYS);
        // The person's keys have been read; these problems would only come twice, at the same place.
        Bullets bullets = cells.bullets(entity.blocks(), KEYS);
        int count = bullets.one("count").flatMap(value -> cells.numbers.whole(value, 1, 1_000_000)).orElseGet(() -> {
            reading.wrong(entity.heading(), "a population without its number", "- count: 50");
            return 1;
        });
        List<String> names = bullets.one("names")
                .map(value -> reading.resolved(value).split(',').stream().map(Words::text).toList())
                .orElse(List.of(entity.heading() + " {n}"));
        var draws = new LinkedHashMap<String, Distribution>();
        bullets.all("draw").forEach(value -> draw(reading.resolved(value), draws));
        rows(entity, count, draws);
        return new Population(entity.slug(), entity.heading().text(), count, names, template, draws,
                correlations(bullets, draws),
                bullets.one("network").flatMap(value -> network(reading.resolved(value))),
                bullets.one("written by").map(reading::resolved).filter(this::isModel).isPresent(),
                reading.at(entity.heading()));
    }

    private boolean isModel(Words value) {
        if (!value.text().equals("model")) {
            reading.unknown(value, "writer", List.of("model"));
            return false;
        }
        return true;
    }

    private void draw(Words value, Map<String, Distribution> draws) {
        var matcher = DRAW.matcher(value.text());
        if (!matcher.matches()) {
            reading.wrong(value, Problems.quoted(value.text()) + " does not say what is drawn from what",
                    "coin uniform(10, 50)");
            return;
        }
        Words name = value.sub(matcher.start(2), matcher.end(2));
        Integer arguments = DISTRIBUTIONS.get(name.text());
        var given = value.sub(matcher.start(3), matcher.end(3)).split(',');
        if (arguments == null) {
            reading.unknown(name, "distribution", DISTRIBUTIONS.keySet());
        } else if (arguments >= 0 && given.size() != arguments) {
            reading.wrong(name, Problems.quoted(name.text()) + " with " + Problems.counted(given.size(), "argument"),
                    arguments + " numbers");
        } else if (arguments >= 0) {
            given.forEach(number -> cells.numbers.read(number, Parameter.FAR.negate(), Parameter.FAR));
        }
        var drawn = new Distribution(name.text(), given.stream().map(Words::text).toList());
        if (draws.put(matcher.group(1), drawn) != null) {
            reading.wrong(value, Problems.quoted(matcher.group(1)) + " is drawn a second time", "each name once");
        }
    }

    /// Induced values: a table with one row for each person, taken in order.
    private void rows(Page.Entity entity, int count, Map<String, Distribution> draws) {
        for (Block block : entity.blocks()) {
            if (block instanceof Block.Table table && !table.header().isEmpty()) {
                if (table.rows().size() != count) {
                    reading.wrong(table.header().getFirst(),
                            "a table of " + table.rows().size() + " rows for " + count + " people", "one row for each");
                }
                for (int i = 0; i < table.header().size(); i++) {
                    var values = new ArrayList<String>();
                    for (Block.Row row : table.rows()) {
                        cells.numbers.read(row.cells().get(i), Parameter.FAR.negate(), Parameter.FAR)
                                .map(BigDecimal::toPlainString).ifPresent(values::add);
                    }
                    draws.put(table.header().get(i).text(), new Distribution("rows", values));
                }
            }
        }
    }

    private List<Correlation> correlations(Bullets bullets, Map<String, Distribution> draws) {
        var correlations = new ArrayList<Correlation>();
        for (Words written : bullets.all("correlate")) {
            Words value = reading.resolved(written);
            var matcher = CORRELATE.matcher(value.text());
            if (!matcher.matches()) {
                reading.wrong(value, Problems.quoted(value.text()) + " is not a correlation",
                        "value with patience 0.4");
                continue;
            }
            boolean known = true;
            for (int group = 1; group <= 2; group++) {
                if (!draws.containsKey(matcher.group(group))) {
                    reading.unknown(value.sub(matcher.start(group), matcher.end(group)), "drawn name", draws.keySet());
                    known = false;
                }
            }
            var coefficient = cells.numbers.read(value.sub(matcher.start(3), matcher.end(3)), BigDecimal.ONE.negate(),
                    BigDecimal.ONE);
            if (known && coefficient.isPresent()) {
                correlations.add(new Correlation(matcher.group(1), matcher.group(2), coefficient.get().doubleValue()));
            }
        }
        return correlations;
    }

    /// `follows small-world(k: 6, p: 0.1)`.
    private Optional<Network> network(Words value) {
        int space = value.text().indexOf(' ');
        if (space < 1) {
            reading.wrong(value, Problems.quoted(value.text()) + " does not name a relation and a network",
                    "follows small-world(k: 6, p: 0.1)");
            return Optional.empty();
        }
        Words rest = value.sub(space + 1, value.text().length()).strip();
        return cells.calls.named(rest, "network").map(named -> {
            if (!NETWORKS.contains(named.name())) {
                reading.unknown(rest.sub(0, named.name().length()), "network", NETWORKS);
            }
            SequencedMap<String, String> parameters = named.parameters();
            return new Network(value.text().substring(0, space), named.name(), parameters);
        });
    }
}
