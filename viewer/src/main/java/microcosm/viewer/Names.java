package microcosm.viewer;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

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
    private final SequencedMap<String, List<String>> denied = new LinkedHashMap<>();
    private final String unit;

    Names(World world) {
        for (Claim claim : world.things().claims()) {
            claims.put(claim.id(), claim.title());
            denied.put(claim.id(), claim.denies().stream().toList());
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
        return ids.equals(List.of("*")) ? "everyone" : listed(ids.stream().map(this::person).toList());
    }

    /// @return all of them, or of many the first few and how many others
    static String listed(List<String> names) {
        return names.size() <= MOST_NAMED
                ? String.join(", ", names)
                : String.join(", ", names.subList(0, NAMED)) + " and " + (names.size() - NAMED) + " others";
    }

    String claim(String id) { return claims.getOrDefault(id, id); }

    /// @return ids of the claims that a claim denies
    List<String> denied(String claim) { return denied.getOrDefault(claim, List.of()); }

    /// @return `day 3`
    String step(int step) { return unit + " " + step; }

    /// @return ids of everybody met so far, in cast order
    List<String> everybody() { return List.copyOf(people.keySet()); }
}
