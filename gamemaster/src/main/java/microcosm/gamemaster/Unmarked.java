package microcosm.gamemaster;

import java.util.SplittableRandom;
import java.util.function.Function;

import microcosm.agents.Inner;
import microcosm.agents.Origins;
import microcosm.trace.Event;
import microcosm.trace.EventId;

/// What goes on inside somebody who only watches: no event.
///
/// @param inner whose chances these are
/// @param now the event in hand, whose id is lent
record Unmarked(Inner inner, EventId now) implements Inner {
    @Override
    public EventId write(Function<EventId, Event> event) { return event.apply(now).id(); }

    @Override
    public boolean isFrozen(String claim) { return inner.isFrozen(claim); }

    @Override
    public Origins origins() { return inner.origins(); }

    @Override
    public SplittableRandom chance(String purpose) { return inner.chance(purpose); }
}
