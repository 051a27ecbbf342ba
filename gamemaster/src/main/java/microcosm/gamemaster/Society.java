package microcosm.gamemaster;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

import microcosm.speech.Setting;
import microcosm.worlds.Person;

/// Who there is, once everybody has been cast. Immutable; order is cast order.
public final class Society {
    private final SequencedMap<String, Member> members = new LinkedHashMap<>();
    private final List<Person> people;
    private final List<String> ids;
    private final List<Setting.Named> named;

    private record Member(Person person, int order) {}

    public Society(List<Person> people) {
        this.people = List.copyOf(people);
        for (Person person : people) {
            members.put(person.id(), new Member(person, members.size()));
        }
        ids = List.copyOf(people.stream().map(Person::id).toList());
        // List.copyOf of it is it, so that whoever keeps an index of everybody's names sees that they are the same people.
        named = List.copyOf(people.stream().map(person -> new Setting.Named(person.id(), person.name())).toList());
    }

    public List<Person> people() { return people; }

    public List<String> ids() { return ids; }

    /// @return everybody, as a [Setting] lists them
    public List<Setting.Named> named() { return named; }

    public Optional<Person> person(String id) { return Optional.ofNullable(members.get(id)).map(Member::person); }

    /// @return the full name; the id itself for whoever is not a person, such as an institution
    public String name(String id) { return person(id).map(Person::name).orElse(id); }

    /// @return place in cast order, from 0
    /// @throws IllegalArgumentException if nobody has this id
    public int order(String id) {
        Member member = members.get(id);
        if (member == null) {
            throw new IllegalArgumentException("nobody here is called \"" + id + "\"");
        }
        return member.order();
    }
}
