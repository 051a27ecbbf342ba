package microcosm.agents;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

import microcosm.prompts.Passage;
import microcosm.speech.Setting;
import microcosm.worlds.Person;
import microcosm.worlds.Population;
import microcosm.worlds.Role;
import microcosm.worlds.World;

/// Who else there is, as everybody knows them.
final class Company {
    /// How many characters are spent on it. Those one stands in a relation to come first, then those after oneself in cast order, so that
    /// in a large society everybody is known to somebody.
    static final int OTHERS = 1_200;

    private final World world;
    private final Person person;

    Company(World world, Person person) {
        this.world = world;
        this.person = person;
    }

    /// @param people everybody who can be named, in cast order
    Passage passage(List<Setting.Named> people) {
        var lines = new ArrayList<Passage>();
        for (Population population : world.cast().populations()) {
            String description = population.template().description();
            if (!description.isBlank()) {
                lines.add(Passage.line("- " + population.name() + " (" + population.count() + "): " + description,
                        population.at().toString()));
            }
        }
        int room = OTHERS;
        int shown = 0;
        var bare = new ArrayList<Passage>();
        List<Setting.Named> nearest = nearest(people);
        for (Setting.Named other : nearest) {
            Optional<Person> written = world.cast().people().stream().filter(one -> one.id().equals(other.id()))
                    .findFirst();
            String description = written.map(Person::description).filter(words -> !words.isBlank())
                    .map(words -> ": " + words).orElse("");
            Passage line = Passage.line((description.isEmpty() ? "" : "- ") + other.name() + description,
                    written.map(one -> one.at().toString()).orElse("0.0/" + other.id() + "/1"));
            room -= line.length() + 2;
            if (room < 0) {
                bare.add(Passage.of((bare.isEmpty() ? "and " : "") + (nearest.size() - shown) + " more", Passage.PAGE));
                break;
            }
            (description.isEmpty() ? bare : lines).add(line);
            shown++;
        }
        if (!bare.isEmpty()) {
            lines.add(Passage.joined(List.of(Passage.of("- ", Passage.PAGE), Naming.listed(bare)), ""));
        }
        if (lines.isEmpty()) {
            lines.add(Passage.of("There is nobody else.", Passage.PAGE));
        }
        return Passage.joined(List.of(Passage.lines(lines), parts()), "\n\n");
    }

    /// The parts there are; who plays which is for them to find out.
    private Passage parts() {
        var lines = new ArrayList<Passage>();
        for (Role role : world.cast().roles()) {
            if (!role.description().isBlank()) {
                lines.add(Passage.line("- " + role.name() + ": " + role.description(), role.at().toString()));
            }
        }
        if (!lines.isEmpty()) {
            lines.addFirst(Passage.of("People play these parts, and need not say which:", Passage.PAGE));
        }
        return Passage.lines(lines);
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
}
