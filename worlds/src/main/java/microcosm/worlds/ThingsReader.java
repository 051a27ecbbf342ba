package microcosm.worlds;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

import microcosm.worlds.syntax.Page;
import microcosm.worlds.syntax.Words;

/// Reads Places, Claims, Facts and Roles.
final class ThingsReader {
    private static final int MOST_STEPS = 100_000;

    private final Cells cells;
    private final Reading reading;

    ThingsReader(Cells cells) {
        this.cells = cells;
        reading = cells.reading;
    }

    private List<Page.Entity> entities(String section) {
        return reading.section(section).map(Page.Section::entities).orElse(List.of());
    }

    List<Place> places() {
        var places = new ArrayList<Place>();
        for (Page.Entity entity : entities("Places")) {
            Bullets bullets = cells.bullets(entity.blocks(), "reaches");
            var reaches = new LinkedHashMap<String, Integer>();
            for (Words value : bullets.all("reaches")) {
                for (Words part : reading.resolved(value).split(',')) {
                    cells.references.leading(part, List.of(Names.Kind.PLACE))
                            .ifPresent(to -> (to.rest().isEmpty()
                                    ? Optional.of(1)
                                    : cells.numbers.whole(to.rest(), 0, MOST_STEPS))
                                    .ifPresent(steps -> reaches.put(to.id(), steps)));
                }
            }
            places.add(new Place(entity.slug(), entity.heading().text(), reading.prose(entity.blocks()), reaches,
                    reading.at(entity.heading())));
        }
        return places;
    }

    List<Claim> claims() {
        var claims = new ArrayList<Claim>();
        for (Page.Entity entity : entities("Claims")) {
            Bullets bullets = cells.bullets(entity.blocks(), "truth, denies, held by");
            Optional<Boolean> truth = bullets.one("truth").flatMap(value -> truth(reading.resolved(value)));
            boolean nobodys = bullets.one("held by").map(value -> {
                if (!value.is("nobody")) {
                    reading.wrong(value, Problems.quoted(value.text()) + " cannot hold a claim here",
                            "nobody; who believes it says so under People");
                }
                return true;
            }).orElse(false);
            String text = reading.prose(entity.blocks());
            claims.add(
                    new Claim(entity.slug(), entity.heading().text(), text.isEmpty() ? entity.heading().text() : text,
                            truth,
                            bullets.one("denies")
                                    .flatMap(value -> cells.references.one(value, List.of(Names.Kind.CLAIM))),
                            nobodys,
                            reading.at(entity.heading())));
        }
        return claims;
    }

    private Optional<Boolean> truth(Words value) {
        return switch (value.text()) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            case "unknown" -> Optional.empty();
            default -> {
                reading.unknown(value, "truth", List.of("true", "false", "unknown"));
                yield Optional.empty();
            }
        };
    }

    List<Fact> facts() {
        var facts = new ArrayList<Fact>();
        for (Page.Entity entity : entities("Facts")) {
            Bullets bullets = cells.bullets(entity.blocks(), "known to");
            List<String> knownTo = bullets.one("known to").map(value -> knownTo(value, List.of()))
                    .orElse(List.of("everyone"));
            facts.add(new Fact(entity.slug(), entity.heading().text(), reading.prose(entity.blocks()), knownTo,
                    reading.at(entity.heading())));
        }
        return facts;
    }

    /// @param both whom the word `both` means; empty where it means nobody
    List<String> knownTo(Words written, List<String> both) {
        Words value = reading.resolved(written);
        return switch (value.text()) {
            case "everyone", "nobody" -> List.of(value.text());
            case "" -> List.of("everyone");
            default -> value.is("both") && !both.isEmpty() ? both : cells.references.list(value, MembersReader.PEOPLE);
        };
    }

    List<Role> roles() {
        var roles = new ArrayList<Role>();
        for (Page.Entity entity : entities("Roles")) {
            Bullets bullets = cells.bullets(entity.blocks(), "count, goal, knows, sees, policy");
            var sees = new ArrayList<String>();
            bullets.all("sees").forEach(
                    value -> sees.addAll(cells.references.list(reading.resolved(value), List.of(Names.Kind.ROLE))));
            roles.add(new Role(entity.slug(), entity.heading().text(), reading.prose(entity.blocks()),
                    bullets.one("count").flatMap(value -> cells.numbers.whole(value, 0, 100_000)).orElse(0),
                    bullets.one("goal").flatMap(cells.formulas::read), bullets.prose("knows"), sees,
                    bullets.one("policy").flatMap(cells.calls::policy), reading.at(entity.heading())));
        }
        return roles;
    }
}
