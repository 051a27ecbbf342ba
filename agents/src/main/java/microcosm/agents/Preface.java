package microcosm.agents;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import microcosm.prompts.Inputs;
import microcosm.prompts.Passage;
import microcosm.prompts.Prompt;
import microcosm.prompts.Templates;
import microcosm.speech.Setting;
import microcosm.worlds.ActionRule;
import microcosm.worlds.Channel;
import microcosm.worlds.Fact;
import microcosm.worlds.Good;
import microcosm.worlds.Market;
import microcosm.worlds.Person;
import microcosm.worlds.Place;
import microcosm.worlds.Population;
import microcosm.worlds.Problem;
import microcosm.worlds.Role;
import microcosm.worlds.World;
import microcosm.worlds.WorldException;

/// The beginning of every prompt of one person: the world as they may know it, who they are, what can be done, how to answer. The same
/// from call to call, so that providers that keep prefixes need not read it again, and written anew only when others can be named. For one
/// thread at a time.
final class Preface {
    /// How many characters are spent on who else there is. Those one stands in a relation to come first, then those after oneself in cast
    /// order, so that in a large society everybody is known to somebody.
    static final int OTHERS = 1_200;

    private final World world;
    private final Person person;
    private final Templates templates;
    private final Way way;
    private List<Setting.Named> named = List.of();
    private Optional<Prompt> made = Optional.empty();

    /// How a person is made to think before they act.
    enum Way {
        /// One thought, then the act.
        PLAIN("agent/answer"),
        /// March and Olsen's: what situation is this, what kind of person am I, what would such a person do? As in Concordia.
        THREE_QUESTIONS("agent/three-questions");

        final String template;

        Way(String template) { this.template = template; }

        /// As the person's trait `mind` says: `plain`, which is the default, or `three-questions`.
        ///
        /// @throws WorldException if it says anything else
        static Way of(Person person) {
            String mind = person.options().getOrDefault("mind", "plain");
            return switch (mind) {
                case "plain" -> PLAIN;
                case "three-questions" -> THREE_QUESTIONS;
                default -> throw new WorldException(List.of(new Problem(person.at(), "unknown mind \"" + mind + "\"",
                        List.of(), "known here: plain, three-questions")));
            };
        }
    }

    Preface(World world, Person person, Templates templates) {
        this.world = world;
        this.person = person;
        this.templates = templates;
        way = Way.of(person);
    }

    Way way() { return way; }

    /// @param people everybody who can be named, in cast order
    Prompt prompt(List<Setting.Named> people) {
        if (made.isEmpty() || !named.equals(people)) {
            named = people;
            made = Optional.of(written(people));
        }
        return made.get();
    }

    private Prompt written(List<Setting.Named> people) {
        String unit = world.clock().unit();
        return templates.named("agent/person").render(Inputs.NONE.with("name", person.name(), at())
                .with("premise", world.premise().isBlank() ? world.title() : world.premise(), "world")
                .with("surroundings", surroundings()).with("others", others(people)).with("self", self(people))
                .with("channels", channels()).with("actions", actions()).with("unit", unit, "")
                .with("answering",
                        Passage.of(templates.named(way.template).render(Inputs.NONE.with("unit", unit, "")))));
    }

    private String at() { return person.at().toString(); }

    private Passage surroundings() {
        var lines = new ArrayList<Passage>();
        for (Place place : world.things().places()) {
            lines.add(
                    Passage.line("- " + place.name() + (place.description().isBlank() ? "" : ": " + place.description())
                            + ways(place), place.at().toString()));
        }
        List<Good> goods = world.things().goods();
        if (!goods.isEmpty()) {
            lines.add(
                    Passage.of("What there is to hold: " + Naming.joined(goods.stream().map(Preface::counted).toList())
                            + ".", goods.getFirst().at().toString()));
        }
        for (Market market : world.dealings().markets()) {
            lines.add(Passage.line("- " + market.name() + details(market), market.at().toString()));
        }
        for (Fact fact : world.things().facts()) {
            if (fact.knownTo().contains("everyone")) {
                lines.add(Passage.line("- " + fact.text(), fact.at().toString()));
            }
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
                .filter(other -> other.id().equals(way.getKey())).map(Place::name).findFirst().orElse(way.getKey())
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

    private Passage others(List<Setting.Named> people) {
        var lines = new ArrayList<Passage>();
        for (Population population : world.cast().populations()) {
            String description = population.template().description();
            if (!description.isBlank()) {
                lines.add(Passage.line("- The " + population.count() + " of " + population.name() + ": " + description,
                        population.at().toString()));
            }
        }
        for (Role role : world.cast().roles()) {
            if (!role.description().isBlank()) {
                lines.add(Passage.line("- " + role.name() + ": " + role.description(), role.at().toString()));
            }
        }
        int room = OTHERS;
        int left = 0;
        for (Setting.Named other : nearest(people)) {
            Optional<Person> written = world.cast().people().stream().filter(one -> one.id().equals(other.id()))
                    .findFirst();
            String description = written.map(Person::description).filter(words -> !words.isBlank())
                    .map(words -> ": " + words).orElse("");
            Passage line = Passage.line("- " + other.name() + description,
                    written.map(one -> one.at().toString()).orElse("0.0/" + other.id() + "/1"));
            room -= line.length() + 1;
            if (room < 0) {
                left++;
            } else {
                lines.add(line);
            }
        }
        if (left > 0) {
            lines.add(Passage.of("- and " + left + " more", "world"));
        }
        return lines.isEmpty() ? Passage.of("There is nobody else.", "world") : Passage.lines(lines);
    }

    /// Those one trusts or distrusts, owes or stands in a relation to; then those after oneself in cast order.
    private List<Setting.Named> nearest(List<Setting.Named> people) {
        int own = 0;
        for (int i = 0; i < people.size(); i++) {
            if (people.get(i).id().equals(person.id())) {
                own = i;
            }
        }
        var round = new ArrayList<>(people.subList(Math.min(own + 1, people.size()), people.size()));
        round.addAll(people.subList(0, own));
        var known = new LinkedHashSet<String>(person.trusts().sequencedKeySet());
        world.things().relations().forEach(relation -> {
            if (relation.from().equals(person.id())) {
                known.add(relation.to());
            } else if (relation.to().equals(person.id())) {
                known.add(relation.from());
            }
        });
        var near = new ArrayList<>(round.stream().filter(one -> known.contains(one.id())).toList());
        round.stream().filter(one -> !known.contains(one.id())).forEach(near::add);
        return near;
    }

    private Passage self(List<Setting.Named> people) {
        var naming = new Naming(person.id(), people);
        var lines = new ArrayList<Passage>();
        lines.add(Passage.line(person.name()
                + (person.description().isBlank() ? "." : ": " + person.description()), at()));
        person.role().ifPresent(id -> world.cast().roles().stream().filter(role -> role.id().equals(id))
                .forEach(role -> {
                    lines.add(Passage.line("Plays the part of: " + role.name() + ".", role.at().toString()));
                    role.knows().forEach(known -> lines.add(Passage.line(known, role.at().toString())));
                }));
        person.wants().forEach(wish -> lines.add(Passage.line("Wants: " + ended(wish), at())));
        person.knows().forEach(known -> lines.add(Passage.line("Knows: " + ended(known), at())));
        world.things().facts().stream().filter(fact -> fact.knownTo().contains(person.id())
                || person.role().filter(fact.knownTo()::contains).isPresent())
                .forEach(fact -> lines.add(Passage.line("Knows: " + ended(fact.text()), fact.at().toString())));
        person.secrets().forEach(secret -> lines.add(Passage.line("Secret: " + ended(secret), at())));
        person.trusts().forEach((whom, trust) -> lines.add(Passage.line(
                "Trusts " + naming.of(whom) + " " + Math.round(trust * 100) + " in 100.", at())));
        return Passage.lines(lines);
    }

    private static String ended(String words) {
        String stripped = words.strip();
        return stripped.isEmpty() || ".!?…".indexOf(stripped.charAt(stripped.length() - 1)) >= 0
                ? stripped
                : stripped + ".";
    }

    private Passage actions() {
        List<ActionRule> rules = world.dealings().actions();
        if (rules.isEmpty()) {
            return Passage.of(
                    "You may try whatever a person in your place could; what comes of it depends on what is so.",
                    "world");
        }
        var lines = new ArrayList<Passage>();
        lines.add(Passage.of("What one can try here:", ""));
        rules.forEach(rule -> lines.add(Passage.line("- " + form(rule), rule.at().toString())));
        return Passage.lines(lines);
    }

    /// @return `offer (to: somebody, give: goods, get: goods)`
    private String form(ActionRule rule) {
        String form = rule.parameters().stream().map(parameter -> parameter.name() + ": " + kind(parameter.kind())
                + (parameter.optional() ? ", or none" : "")).reduce((one, two) -> one + "; " + two).orElse("");
        return rule.name() + (form.isEmpty() ? "" : " (" + form + ")");
    }

    private static String kind(ActionRule.Kind kind) {
        return switch (kind) {
            case ActionRule.Kind.SomePerson() -> "somebody";
            case ActionRule.Kind.SomeGoods() -> "an amount of goods";
            case ActionRule.Kind.SomeOffer() -> "an offer made to you";
            case ActionRule.Kind.SomeChannel() -> "a way to speak";
            case ActionRule.Kind.SomeMarket() -> "a market";
            case ActionRule.Kind.SomePlace() -> "a place";
            case ActionRule.Kind.SomeClaim() -> "a claim";
            case ActionRule.Kind.Quantity(var least, var most, boolean whole) -> (whole ? "a whole number" : "a number")
                    + " from " + least.toPlainString() + " to " + most.toPlainString();
            case ActionRule.Kind.Choice(List<String> options) -> "one of " + String.join(", ", options);
            case ActionRule.Kind.Words() -> "words";
        };
    }

    private Passage channels() {
        var lines = new ArrayList<Passage>();
        var seen = new LinkedHashSet<String>();
        for (Channel channel : world.dealings().channels()) {
            if (seen.add(channel.id())) {
                lines.add(Passage.line(
                        "- " + channel.name() + ": heard by " + hearers(channel.hearers()) + limits(channel),
                        channel.at().toString()));
            }
        }
        if (!lines.isEmpty()) {
            lines.addFirst(Passage.of("Words reach people in these ways, when they are open to you:", ""));
        }
        return Passage.lines(lines);
    }

    private String hearers(Channel.Members members) {
        return switch (members) {
            case Channel.Members.Everyone() -> "everyone";
            case Channel.Members.Addressee() -> "whomever you speak to, and nobody else";
            case Channel.Members.SamePlace() -> "whoever is where you are";
            case Channel.Members.Related(String relation) -> "those who stand to you as " + relation;
            case Channel.Members.Named(List<String> ids) -> Naming.joined(ids.stream().map(this::called).toList());
            case Channel.Members.Where _ -> "some, as circumstances have it";
        };
    }

    private String called(String id) {
        Map<String, String> names = new LinkedHashMap<>();
        world.cast().people().forEach(one -> names.put(one.id(), one.name()));
        world.cast().roles()
                .forEach(role -> names.putIfAbsent(role.id(), "every " + role.name().toLowerCase(Locale.ROOT)));
        world.cast().populations().forEach(all -> names.putIfAbsent(all.id(), "all of " + all.name()));
        return names.getOrDefault(id, id);
    }

    private static String limits(Channel channel) {
        var limits = new ArrayList<String>();
        if (channel.delay() > 0) {
            limits.add("only after a while");
        }
        if (channel.limit() > 0) {
            limits.add(channel.limit() == 1 ? "one message a step" : channel.limit() + " messages a step");
        }
        if (channel.longest() > 0) {
            limits.add("at most " + channel.longest() + " characters");
        }
        return limits.isEmpty() ? "" : " (" + String.join(", ", limits) + ")";
    }
}
