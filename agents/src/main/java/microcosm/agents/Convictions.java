package microcosm.agents;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

import microcosm.prompts.Passage;
import microcosm.trace.Event;
import microcosm.trace.EventId;
import microcosm.worlds.Claim;
import microcosm.worlds.Person;
import microcosm.worlds.World;

/// The claims somebody has met, and how likely they hold them. A claim nobody told them of is not among them.
final class Convictions {
    /// How many are asked about at once: those met last.
    static final int ASKED = 8;

    private final World world;
    private final SequencedMap<String, Held> held = new LinkedHashMap<>();

    /// @param likely in [0, 100]; empty before it was weighed
    /// @param given whether they know it in full, as its author wrote it
    /// @param source where it came from: an event, or a place in the world
    private record Held(Optional<Integer> likely, boolean given, String source) {}

    Convictions(World world, Person person) {
        this.world = world;
        person.believes().forEach(belief -> held.put(belief.claim(), new Held(
                Optional.of((int) Math.round(belief.credence() * 100)), true, person.at().toString())));
    }

    void heard(Perception perception) {
        perception.claims().forEach(assertion -> {
            Held before = held.remove(assertion.claim());
            held.put(assertion.claim(), before == null
                    ? new Held(Optional.empty(), false, perception.event().toString())
                    : new Held(before.likely(), before.given(), perception.event().toString()));
        });
    }

    /// @return ids, in the order in which they are written in the world
    List<String> asked() { return last().stream().map(Claim::id).toList(); }

    /// @return those met last, in the order in which they are written in the world
    private List<Claim> last() {
        var met = List.copyOf(held.sequencedKeySet());
        List<String> last = met.subList(Math.max(0, met.size() - ASKED), met.size());
        var claims = new ArrayList<Claim>();
        for (Claim claim : world.things().claims()) {
            if (last.contains(claim.id())) {
                claims.add(claim);
            }
        }
        return claims;
    }

    Passage passage() {
        var lines = new ArrayList<Passage>();
        for (Claim claim : last()) {
            Held one = held.getOrDefault(claim.id(), new Held(Optional.empty(), false, ""));
            lines.add(Passage.line("- " + claim.id() + ": " + claim.title() + "."
                    + (one.given() && !claim.text().isBlank() ? " " + claim.text() : "") + " ("
                    + one.likely().map(likely -> likely + " in 100").orElse("you have not weighed it yet") + ")",
                    one.source()));
        }
        return Passage.lines(lines);
    }

    /// Takes over what the model says, and writes down what changed.
    void weigh(Map<String, Integer> credences, EventId replied, Inner inner) {
        credences.forEach((claim, likely) -> {
            Held before = held.get(claim);
            if (before != null && !inner.isFrozen(claim) && !before.likely().equals(Optional.of(likely))) {
                EventId believed = inner.write(id -> new Event.Believed(id, List.of(replied), claim,
                        BigDecimal.valueOf(likely, 2).setScale(4)));
                held.put(claim, new Held(Optional.of(likely), before.given(), believed.toString()));
            }
        });
    }
}
