package microcosm.cli;

import java.util.List;
import java.util.stream.Stream;

import microcosm.trace.Event;
import microcosm.trace.EventId;
import microcosm.trace.RunFolder;
import microcosm.trace.Trace;

/// What somebody's model was asked in one step of a run that was played: people whom a model wrote are there as it wrote them.
final class ShownRun {
    private final Console console;
    private final Trace trace;
    private final boolean json;

    ShownRun(Console console, RunFolder folder, boolean json) {
        this.console = console;
        trace = Trace.of(folder);
        this.json = json;
    }

    /// @throws UserException if no model played them in that step
    void say(String named, int step) {
        Somebody person = Somebody.of(trace, named);
        List<EventId> asked = asked(person.id(), step);
        if (asked.isEmpty()) {
            throw new UserException(person.name() + " was not played by a model in step " + step
                    + " of this run\n  what reached them: microcosm trace " + trace.folder().path() + " --as "
                    + person.id());
        }
        if (json) {
            new AskedBefore(console, trace, true, false).say(asked.getFirst().toString());
            return;
        }
        asked.forEach(event -> {
            console.say(console.bold(person.name()));
            new AskedBefore(console, trace, false, false).say(event.toString());
        });
    }

    private List<EventId> asked(String person, int step) {
        try (Stream<Event> events = trace.events()) {
            return events.dropWhile(event -> event.id().step() < step).takeWhile(event -> event.id().step() == step)
                    .filter(event -> event instanceof Event.Replied replied && replied.call().equals("act")
                            && event.id().owner().equals(person))
                    .map(Event::id).toList();
        }
    }
}
