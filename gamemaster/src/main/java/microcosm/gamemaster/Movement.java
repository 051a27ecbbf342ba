package microcosm.gamemaster;

import java.util.Optional;

import microcosm.trace.Whereabouts;
import microcosm.worlds.Place;

/// Ways between places: one place at a time, and each way takes its steps.
final class Movement {
    private Movement() {}

    static Optional<Place> place(String id, Moment now) {
        return now.world().things().places().stream().filter(place -> place.id().equals(id)).findFirst();
    }

    /// @return steps the way takes from where the person is; empty where there is none
    static Optional<Integer> way(String person, String to, Moment now) {
        Optional<Place> from = now.state().whereabouts(person).flatMap(where -> place(where.place(), now));
        boolean anywhere = now.world().things().places().stream().allMatch(place -> place.reaches().isEmpty());
        return from.isEmpty() || anywhere
                ? Optional.of(0)
                : Optional.ofNullable(from.get().reaches().get(to));
    }

    static Optional<String> violation(String person, String to, Optional<String> actor, Moment now) {
        if (actor.isPresent() && !actor.get().equals(person)) {
            return Optional.of("Nobody can move somebody else.");
        }
        Optional<Place> target = place(to, now);
        if (target.isEmpty()) {
            return Optional.of("There is no place called \"" + to + "\".");
        }
        Optional<Whereabouts> where = now.state().whereabouts(person);
        if (where.isPresent() && where.get().arrives() > now.step()) {
            return Optional.of("You are on your way to " + name(where.get().place(), now) + " until "
                    + now.world().clock().unit() + " " + where.get().arrives() + ".");
        }
        if (where.isPresent() && where.get().place().equals(to)) {
            return Optional.of("You are at " + target.get().name() + " already.");
        }
        return way(person, to, now).isPresent()
                ? Optional.empty()
                : Optional.of("There is no way from " + name(where.map(Whereabouts::place).orElse(""), now) + " to "
                        + target.get().name() + ".");
    }

    private static String name(String id, Moment now) { return place(id, now).map(Place::name).orElse(id); }
}
