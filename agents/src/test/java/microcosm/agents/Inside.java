package microcosm.agents;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

import microcosm.trace.Event;
import microcosm.trace.EventId;
import microcosm.trace.EventIds;
import microcosm.trace.Seed;

/// Keeps what an agent writes of its inside.
final class Inside implements Inner {
    private final String person;
    private final Seed seed;
    private final int step;
    private final EventIds ids;
    final List<Event> events = new ArrayList<>();

    Inside(String person, long seed, int step) {
        this.person = person;
        this.seed = new Seed(seed);
        this.step = step;
        ids = new EventIds(step, 1, person);
    }

    @Override
    public EventId write(Function<EventId, Event> event) {
        EventId id = ids.next();
        events.add(event.apply(id));
        return id;
    }

    @Override
    public Origins origins() { return new Entered(person); }

    @Override
    public SplittableRandom chance(String purpose) { return seed.stream("agents/" + person + "/" + purpose, step, 1); }
}
