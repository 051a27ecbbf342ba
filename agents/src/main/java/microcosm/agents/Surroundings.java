package microcosm.agents;

import java.util.ArrayList;
import java.util.List;

import microcosm.prompts.Passage;
import microcosm.worlds.Fact;
import microcosm.worlds.Good;
import microcosm.worlds.Market;
import microcosm.worlds.Person;
import microcosm.worlds.Place;
import microcosm.worlds.World;

/// Where somebody lives, as they may know it: places, goods, markets, and what is so for everybody.
final class Surroundings {
    private final World world;
    private final Person person;

    Surroundings(World world, Person person) {
        this.world = world;
        this.person = person;
    }

    Passage passage() {
        var lines = new ArrayList<Passage>();
        for (Place place : world.things().places()) {
            lines.add(
                    Passage.line("- " + place.name() + (place.description().isBlank() ? "" : ": " + place.description())
                            + ways(place), place.at().toString()));
        }
        List<Good> goods = world.things().goods();
        if (!goods.isEmpty()) {
            lines.add(
                    Passage.of("What there is to hold: "
                            + Naming.joined(goods.stream().map(Surroundings::counted).toList())
                            + ".", goods.getFirst().at().toString()));
        }
        for (Market market : world.dealings().markets()) {
            lines.add(Passage.line("- " + market.name() + details(market), market.at().toString()));
        }
        List<Fact> facts = world.things().facts().stream().filter(fact -> fact.knownTo().contains("everyone")).toList();
        if (!facts.isEmpty()) {
            lines.add(Passage.of("This is so as it begins:", Passage.PAGE));
            facts.forEach(fact -> lines.add(Passage.line("- " + fact.text(), fact.at().toString())));
        }
        return Passage.lines(lines);
    }

    private static String counted(Good good) {
        return good.unit().isEmpty() || good.unit().equals(good.id())
                ? good.id()
                : good.id() + " (by the " + good.unit() + ")";
    }

    private String ways(Place place) {
        List<String> ways = place.reaches().entrySet().stream().map(way -> world.things().places().stream()
                .filter(other -> other.id().equals(way.getKey())).map(Place::within).findFirst().orElse(way.getKey())
                + (way.getValue() > 1 ? " in " + way.getValue() + " " + world.clock().unit() + "s" : "")).toList();
        return ways.isEmpty() ? "" : " From here one goes to " + Naming.joined(ways) + ".";
    }

    /// What a market's row says of everybody and of oneself; a column that begins with another's name is theirs.
    private String details(Market market) {
        var details = new ArrayList<String>();
        market.price().ifPresent(price -> details.add("price " + price.text()));
        market.columns().forEach((column, cell) -> {
            boolean others = world.cast().people().stream()
                    .anyMatch(one -> !one.id().equals(person.id()) && column.startsWith(one.name()));
            if (!others && !cell.isBlank()) {
                details.add(column + " " + cell);
            }
        });
        return details.isEmpty() ? "" : ": " + String.join("; ", details);
    }
}
