package microcosm.worlds;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;

import microcosm.worlds.Facet.Wording;

/// Says a world in words, part by part.
final class Portraits {
    private final World world;
    private final Phrases say;
    private final List<Portrait> all = new ArrayList<>();

    private Portraits(World world) {
        this.world = world;
        say = new Phrases(world);
    }

    /// @return every part of the world, in the order of the format; the world itself first
    static List<Portrait> of(World world) {
        var portraits = new Portraits(world);
        portraits.whole();
        portraits.cast();
        portraits.things();
        portraits.all.addAll(PortraitsOfDealings.of(world, portraits.say));
        return List.copyOf(portraits.all);
    }

    private void whole() {
        World.Clock clock = world.clock();
        var limits = new ArrayList<String>();
        world.budget().usd().ifPresent(usd -> limits.add("$" + usd.toPlainString()));
        world.budget().calls().ifPresent(calls -> limits.add(calls + " calls"));
        world.budget().tokens().ifPresent(tokens -> limits.add(tokens + " tokens"));
        all.add(new Portrait("", "world", "the world", List.of(
                Facet.one("id", "now has the id", world.id()), Facet.one("title", "is now called", world.title()),
                Facet.prose("premise", world.premise()),
                Facet.one("lasts", "now lasts", say.steps(clock.steps())),
                Facet.one("turns", "now has its turns", turns(clock.order())),
                Facet.one("the end", "now has an end that is", clock.announceEnd() ? "announced" : "not announced"),
                Facet.one("game master", "is now played by", played(world.gameMaster())),
                Facet.one("speech", "now has its speech", world.speech() ? "on" : "off"),
                Facet.one("memory", "now keeps its memory",
                        Phrases.called(world.memory().keep(), world.memory().options())),
                Facet.one("budget", "may now spend", String.join(", ", limits)))));
    }

    static String turns(World.TurnOrder order) {
        return switch (order) {
            case SIMULTANEOUS -> "all at once";
            case SHUFFLED -> "one after another, in an order drawn each time";
            case IN_TURN -> "one after another, in the order of the page";
            case CALLED -> "when called";
        };
    }

    private static String played(World.GameMasterKind kind) {
        return switch (kind) {
            case RULES -> "rules";
            case MODEL -> "a model";
            case MODEL_TELLS_RULES_SETTLE -> "rules that settle and a model that tells";
        };
    }

    private void cast() {
        world.cast().people()
                .forEach(person -> all.add(new Portrait("People", person.id(), person.name(), person(person))));
        world.cast().populations().forEach(population -> {
            var facets = new ArrayList<Facet>();
            facets.add(Facet.one("count", "now number", Integer.toString(population.count())));
            facets.addAll(person(population.template()));
            facets.add(Facet.one("names", "are now named", String.join(", ", population.names())));
            facets.add(keyed("draw", "now draw %i from %v", "no longer draw %i", "now draw %i from %v",
                    population.draws().entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
                            draw -> draw.getValue().name() + "(" + String.join(", ", draw.getValue().arguments()) + ")",
                            (one, _) -> one, LinkedHashMap::new))));
            facets.add(Facet.many("correlate", "a correlation", population.correlations().stream()
                    .map(c -> c.one() + " with " + c.other() + " " + Phrases.number(c.coefficient())).toList()));
            facets.add(Facet.one("network", "are now linked by", population.network()
                    .map(network -> network.relation() + " " + Phrases.called(network.name(), network.parameters()))
                    .orElse("")));
            facets.add(Facet.one("written by", "are now written by", population.written() ? "a model" : ""));
            all.add(new Portrait("Populations", population.id(), "the " + population.name(), facets));
        });
        world.cast().roles().forEach(role -> all.add(new Portrait("Roles", role.id(), "the role " + role.name(),
                List.of(Facet.prose("is", role.description()),
                        Facet.one("count", "is now dealt to", role.count() == 0 ? "" : Integer.toString(role.count())),
                        Facet.one("goal", "now has the goal", role.goal().map(say::formula).orElse("")),
                        Facet.many("knows", "knowledge", role.knows()),
                        Facet.many("sees", "sight of", role.sees().stream().map(say::name).toList()),
                        Facet.one("policy", "now follows", role.policy().map(say::policy).orElse(""))))));
    }

    private List<Facet> person(Person person) {
        var beliefs = new LinkedHashMap<String, String>();
        person.believes().forEach(
                belief -> beliefs.put(say.name(belief.claim()), Phrases.number(belief.credence())));
        var trusts = new LinkedHashMap<String, String>();
        person.trusts().forEach((whom, trust) -> trusts.put(say.name(whom), Phrases.number(trust)));
        var facets = new ArrayList<>(List.of(Facet.prose("is", person.description()),
                Facet.many("wants", "a wish", person.wants()),
                Facet.one("goal", "now has the goal", person.goal().map(say::formula).orElse("")),
                Facet.one("honesty", "now has honesty",
                        person.honesty().isPresent() ? Phrases.number(person.honesty().getAsDouble()) : ""),
                keyed("believes", "gains a belief in %i (%v)", "loses the belief in %i", "now believes %i %v", beliefs),
                keyed("trusts", "now trusts %i %v", "no longer says how far to trust %i", "now trusts %i %v", trusts),
                Facet.many("knows", "knowledge", person.knows()), Facet.many("secret", "a secret", person.secrets()),
                Facet.one("policy", "now follows", person.policy().map(say::policy).orElse("")),
                Facet.one("model", "is now played by", person.model().orElse("")),
                Facet.one("place", "now starts at", person.place().map(say::name).orElse("")),
                Facet.one("role", "now plays", person.role().map(say::name).orElse(""))));
        facets.add(keyed("holds", "now starts with %v %i", "no longer starts with %i", "now starts with %v %i",
                Phrases.counted(person.holdings())));
        facets.add(Facet.many("remembers", "a memory", person.memories().stream()
                .map(memory -> (memory.when().isEmpty() ? "" : memory.when() + ": ") + memory.text()).toList()));
        facets.add(keyed("traits", "now has the trait %i %v", "loses the trait %i", "now has the trait %i %v",
                person.options()));
        return facets;
    }

    static Facet keyed(String label, String added, String removed, String changed, SequencedMap<String, String> items) {
        return new Facet(label, new Wording(added, removed, changed, false), items);
    }

    private void things() {
        World.Things things = world.things();
        things.places().forEach(place -> {
            var reaches = new LinkedHashMap<String, String>();
            place.reaches().forEach((to, steps) -> reaches.put(say.name(to), say.steps(steps)));
            all.add(new Portrait("Places", place.id(), place.name(), List.of(Facet.prose("is", place.description()),
                    keyed("reaches", "now reaches %i in %v", "no longer reaches %i", "now reaches %i in %v",
                            reaches))));
        });
        things.goods().forEach(good -> all.add(new Portrait("Goods", good.id(), good.id(), List.of(
                Facet.one("unit", "is now counted by the", good.unit()),
                Facet.one("may", "may now", good.made() ? "be made" : "not be made"),
                Facet.one("may", "may now", good.used() ? "be used up" : "not be used up"),
                Facet.one("note", "is now noted as", good.note().equals("no") ? "" : good.note())))));
        things.claims().forEach(claim -> all.add(new Portrait("Claims", claim.id(), "the claim " + say.name(claim.id()),
                List.of(Facet.prose("says", claim.text()),
                        Facet.one("truth", "is now", claim.truth().map(so -> so ? "true" : "false").orElse("")),
                        Facet.one("denies", "now denies", claim.denies().map(say::name).orElse("")),
                        Facet.one("held by", "is now held by", claim.nobodys() ? "nobody" : "")))));
        things.facts().forEach(fact -> all.add(new Portrait("Facts", fact.id(), "the fact " + say.name(fact.id()),
                List.of(Facet.prose("says", fact.text()),
                        Facet.one("known to", "is now known to", say.names(fact.knownTo()))))));
        things.relations().forEach(relation -> all.add(new Portrait("Relations",
                relation.from() + " " + relation.is() + " " + relation.to(),
                "the relation " + say.name(relation.from()) + " " + relation.is() + " " + say.name(relation.to()),
                List.of(Facet.one("owed", "is now", relation.owed().isEmpty() ? "" : relation.owed().toString()),
                        Facet.one("known to", "is now known to", say.names(relation.knownTo()))))));
    }

    /// @return facets of cells that only a mechanism understands
    static Facet columns(Map<String, String> columns) {
        return keyed("", "now has %i: %v", "no longer has %i", "now has %i: %v", new LinkedHashMap<>(columns));
    }

}
