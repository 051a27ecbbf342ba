package microcosm.gamemaster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

import microcosm.trace.Effect;
import microcosm.trace.Event;
import microcosm.trace.EventId;
import microcosm.trace.Seed;
import microcosm.worlds.Fact;
import microcosm.worlds.Person;
import microcosm.worlds.Population;
import microcosm.worlds.Relation;
import microcosm.worlds.Role;
import microcosm.worlds.World;

/// Who takes part: people as written, populations drawn and roles dealt by seed; and what stands between them at the start.
final class Casting {
    private final World world;
    private final Seed seed;
    private final List<Person> people = new ArrayList<>();
    private final SequencedMap<String, List<String>> populations = new LinkedHashMap<>();

    Casting(World world, Seed seed) {
        this.world = world;
        this.seed = seed;
        people.addAll(world.cast().people());
        var settlers = new Settlers(world, seed, world.cast().people());
        for (Population population : world.cast().populations()) {
            List<Person> drawn = settlers.of(population);
            populations.put(population.id(), drawn.stream().map(Person::id).toList());
            people.addAll(drawn);
        }
        deal();
    }

    /// @return everybody, in cast order: as written, then population by population
    List<Person> people() { return List.copyOf(people); }

    /// Puts what was written of people in the place of what the page has: with the same ids and roles, in the same order.
    void become(List<Person> written) {
        people.replaceAll(person -> written.stream().filter(one -> one.id().equals(person.id())).findFirst()
                .orElse(person));
    }

    /// @return everybody of a population, in cast order
    List<Person> of(Population population) {
        return people.stream().filter(person -> expanded(population.id()).contains(person.id())).toList();
    }

    static EventId id(Person person) { return new EventId(0, 0, person.id(), 1); }

    /// @return one for each person, in cast order
    List<Event.Cast> events() {
        return people.stream().map(person -> {
            var typed = new LinkedHashMap<String, String>();
            person.role().ifPresent(role -> typed.put("role", role));
            person.place().ifPresent(place -> typed.put("place", place));
            person.policy().ifPresent(policy -> typed.put("policy", policy.name()));
            typed.putAll(person.options());
            return new Event.Cast(id(person), person.name(), person.holdings(), typed);
        }).toList();
    }

    /// What is so before the first step: debts and relations, and facts somebody knows.
    ///
    /// @return the effects of one event each: one for each person who stands in relations, and one for each fact
    List<List<Effect>> beginning() {
        var byPerson = new LinkedHashMap<String, List<Effect>>();
        for (Relation relation : world.things().relations()) {
            for (String from : expanded(relation.from())) {
                for (String to : expanded(relation.to())) {
                    if (!from.equals(to)) {
                        add(byPerson, from, relation.owed().isEmpty()
                                ? new Effect.Became(from, relation.is() + " " + to, "yes")
                                : new Effect.Owed(from, to, relation.owed()));
                    }
                }
            }
        }
        world.cast().populations().forEach(population -> population.network()
                .ifPresent(network -> link(population, network, byPerson)));
        var events = new ArrayList<>(byPerson.values());
        for (Fact fact : world.things().facts()) {
            events.add(List.of(new Effect.Established(fact.id(), fact.text(), knownTo(fact))));
        }
        return events;
    }

    private void link(Population population, Population.Network network, SequencedMap<String, List<Effect>> byPerson) {
        List<String> ids = expanded(population.id());
        List<List<Integer>> links = Networks.links(population, network, seed);
        for (int i = 0; i < links.size(); i++) {
            for (int other : links.get(i)) {
                add(byPerson, ids.get(i),
                        new Effect.Became(ids.get(i), network.relation() + " " + ids.get(other), "yes"));
            }
        }
    }

    private static void add(SequencedMap<String, List<Effect>> byPerson, String person, Effect effect) {
        byPerson.computeIfAbsent(person, _ -> new ArrayList<>()).add(effect);
    }

    /// A population stands for everybody in it.
    private List<String> expanded(String id) { return populations.getOrDefault(id, List.of(id)); }

    private List<String> knownTo(Fact fact) {
        if (fact.knownTo().contains("everyone")) {
            return List.of(MomentScope.EVERYBODY);
        }
        return people.stream().filter(person -> fact.knownTo().contains(person.id())
                || person.role().map(fact.knownTo()::contains).orElse(false)).map(Person::id).toList();
    }

    /// Deals each counted role to people without one, by the luck of each.
    private void deal() {
        for (Role role : world.cast().roles()) {
            List<String> dealt = people.stream().filter(person -> person.role().isEmpty())
                    .sorted(Comparator.comparingLong(
                            person -> seed.stream("casting/roles/" + role.id() + "/" + person.id(), 0, 0).nextLong()))
                    .limit(role.count()).map(Person::id).toList();
            people.replaceAll(person -> dealt.contains(person.id()) ? playing(role, person) : person);
        }
    }

    private static Person playing(Role role, Person p) {
        return new Person(p.id(), p.name(), p.description(), p.wants(), p.goal(), p.honesty(), p.believes(), p.trusts(),
                p.knows(), p.secrets(), p.policy(), p.model(), p.place(), Optional.of(role.id()), p.holdings(),
                p.memories(), p.options(), p.at());
    }
}
