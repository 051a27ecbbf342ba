package microcosm.gamemaster;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Function;

import microcosm.agents.Inner;
import microcosm.agents.Origins;
import microcosm.trace.Event;
import microcosm.trace.EventId;
import microcosm.trace.EventIds;

/// One person's events of one turn, in order, before they join the trace. Used by one thread.
final class Notes implements Inner {
    private final String person;
    private final EventIds ids;
    private final Moment moment;
    private final List<Event> events = new ArrayList<>(3);

    Notes(String person, EventIds ids, Moment moment) {
        this.person = person;
        this.ids = ids;
        this.moment = moment;
    }

    @Override
    public EventId write(Function<EventId, Event> event) {
        EventId id = ids.next();
        Event written = event.apply(id);
        if (!written.id().equals(id)) {
            throw new IllegalArgumentException(written.id() + ": this event was given the id " + id);
        }
        events.add(written);
        return id;
    }

    @Override
    public SplittableRandom chance(String purpose) {
        return moment.seed().stream("agents/" + person + "/" + purpose, moment.step(), moment.turn());
    }

    @Override
    public boolean isFrozen(String claim) { return Shocked.isFrozen(person, claim, moment.state()); }

    @Override
    public Found use(String tool, String question, List<EventId> causes) {
        Answering.Answer answer = Toolbox.of(moment.world()).ask(tool, question, moment.society().person(person));
        EventId event = write(id -> answer.given()
                ? new Event.Consulted(id, causes, tool, question, answer.text())
                : new Event.Refused(id, causes.isEmpty() ? List.of(id) : causes, tool, answer.text()));
        return new Found(event, answer.given(), answer.text());
    }

    @Override
    public Origins origins() { return moment.standing().origins(); }

    String person() { return person; }

    List<Event> events() { return events; }

    List<EventId> eventIds() {
        return events.size() == 1 ? List.of(events.getFirst().id()) : events.stream().map(Event::id).toList();
    }
}
