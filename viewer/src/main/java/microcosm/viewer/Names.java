package microcosm.viewer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.Collectors;

import microcosm.trace.Event;
import microcosm.worlds.Claim;
import microcosm.worlds.World;

/// What the ids of a trace are called by people.
final class Names {
    /// Longer lists of people name the first few and count the others.
    private static final int MOST_NAMED = 8;
    private static final int NAMED = 5;

    private final SequencedMap<String, String> people = new LinkedHashMap<>();
    private final SequencedMap<String, String> claims = new LinkedHashMap<>();
    private final String unit;

    Names(World world) {
        for (Claim claim : world.things().claims()) {
            claims.put(claim.id(), claim.title());
        }
        unit = world.clock().unit();
    }

    void meet(Event.Cast cast) { people.put(cast.id().owner(), cast.name()); }

    /// @return the person's name; the id itself for somebody never cast
    String person(String id) { return people.getOrDefault(id, id); }

    String people(List<String> ids) {
        if (ids.isEmpty()) {
            return "nobody";
        }
        if (ids.size() > MOST_NAMED) {
            return ids.stream().limit(NAMED).map(this::person).collect(Collectors.joining(", ")) + " and "
                    + (ids.size() - NAMED) + " others";
        }
        return ids.equals(List.of("*")) ? "everyone" : ids.stream().map(this::person).collect(Collectors.joining(", "));
    }

    String claim(String id) { return claims.getOrDefault(id, id); }

    /// @return `day 3`
    String step(int step) { return unit + " " + step; }

    /// @return ids of everybody met so far, in cast order
    List<String> everybody() { return List.copyOf(people.keySet()); }
}
