package microcosm.gamemaster;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.TreeSet;

import microcosm.trace.Seed;
import microcosm.worlds.Bundle;
import microcosm.worlds.Good;
import microcosm.worlds.Person;
import microcosm.worlds.Population;
import microcosm.worlds.World;

/// The people of a population, made from its template, its names and what was drawn for each.
final class Settlers {
    private final World world;
    private final Seed seed;
    private final TreeSet<String> taken = new TreeSet<>();

    /// @param written people with names and ids of their own
    Settlers(World world, Seed seed, List<Person> written) {
        this.world = world;
        this.seed = seed;
        written.forEach(person -> taken.add(person.id()));
    }

    List<Person> of(Population population) {
        List<SequencedMap<String, String>> drawn = new Drawing(population).all(seed);
        var people = new ArrayList<Person>();
        for (int i = 0; i < population.count(); i++) {
            people.add(person(population, name(population, i), drawn.get(i)));
        }
        return people;
    }

    private String name(Population population, int index) {
        List<String> names = population.names();
        String pattern = names.get(index % names.size());
        if (pattern.contains("{n}")) {
            return pattern.replace("{n}", String.valueOf(index + 1));
        }
        return index < names.size() ? pattern : pattern + " " + (index / names.size() + 1);
    }

    private Person person(Population population, String name, SequencedMap<String, String> drawn) {
        Person template = population.template();
        var options = new LinkedHashMap<>(template.options());
        options.put("population", population.id());
        Bundle holdings = template.holdings();
        OptionalDouble honesty = template.honesty();
        for (var value : drawn.entrySet()) {
            if (isGood(value.getKey())) {
                BigDecimal amount = new BigDecimal(value.getValue()).max(BigDecimal.ZERO);
                holdings = holdings.minus(Bundle.of(value.getKey(), holdings.amount(value.getKey())))
                        .plus(Bundle.of(value.getKey(), amount));
            } else if (value.getKey().equals("honesty")) {
                honesty = OptionalDouble.of(Math.clamp(Double.parseDouble(value.getValue()), 0, 1));
            } else {
                options.put(value.getKey(), value.getValue());
            }
        }
        return new Person(id(name), name, template.description(), template.wants(), template.goal(), honesty,
                template.believes(), template.trusts(), template.knows(), template.secrets(), template.policy(),
                template.model(), template.place(), template.role(), holdings, template.memories(), options,
                population.at());
    }

    private boolean isGood(String name) { return world.things().goods().stream().map(Good::id).anyMatch(name::equals); }

    /// The name in small letters, anything but letters and digits a hyphen; with a number where somebody has it already.
    private String id(String name) {
        String slug = name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-").replaceAll("^-|-$", "");
        String id = slug;
        for (int n = 2; !taken.add(id); n++) {
            id = slug + "-" + n;
        }
        return id;
    }
}
