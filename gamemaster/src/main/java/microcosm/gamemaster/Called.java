package microcosm.gamemaster;

import java.util.List;
import java.util.Optional;

import microcosm.worlds.Person;

/// Whom a name means.
final class Called {
    private Called() {}

    /// @param name an id, a full name, or a part of it that only one person has; in any case of letters
    static Optional<String> id(String name, Moment moment) {
        String wanted = name.strip();
        List<Person> people = moment.society().people();
        return people.stream().filter(person -> person.id().equals(wanted) || person.name().equalsIgnoreCase(wanted))
                .map(Person::id).findFirst().or(() -> {
                    List<String> some = people.stream()
                            .filter(person -> List.of(person.name().split(" ")).stream()
                                    .anyMatch(wanted::equalsIgnoreCase))
                            .map(Person::id).toList();
                    return some.size() == 1 ? Optional.of(some.getFirst()) : Optional.empty();
                });
    }
}
