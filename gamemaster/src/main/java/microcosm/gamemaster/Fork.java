package microcosm.gamemaster;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import microcosm.gamemaster.Interventions.Branch;
import microcosm.trace.Event;
import microcosm.trace.EventId;
import microcosm.trace.RunFolder;
import microcosm.trace.State;
import microcosm.trace.Trace;
import microcosm.trace.TraceException;
import microcosm.trace.TraceReader;
import microcosm.worlds.World;

/// A run that shares another's beginning and differs from a step on.
///
/// It is played from the start, like every run, and what it plays before that step is compared with the other's events: they are
/// the same, apart from the first, which names the parent and what is changed. So it has a chain of its own, and its first event holds the
/// value of the parent's chain at the end of what they share.
public final class Fork {
    private final RunFolder parent;
    private final Played played;
    private final Branching branching;

    private Fork(RunFolder parent, Branching branching) {
        this.parent = parent;
        this.branching = branching;
        played = Played.of(parent);
    }

    /// Plays a fork, or what is missing of it.
    ///
    /// @throws TraceException if the parent has not been played that far, a change speaks of an event it does not hold or of one before the
    ///         step, or its beginning cannot be repeated
    /// @throws microcosm.worlds.WorldException if a setting names no parameter or has no fitting value
    public static Forked play(RunFolder parent, Branching branching, int concurrency, Path runs, Sittings sittings,
            Listener listener) {
        return play(parent, branching, concurrency, runs, sittings, Switchboard.NONE, listener);
    }

    /// As above, with models. What the parent was answered is not asked again: whoever is asked the same in the fork answers the same.
    public static Forked play(RunFolder parent, Branching branching, int concurrency, Path runs, Sittings sittings,
            Switchboard switchboard, Listener listener) {
        return new Fork(parent, branching).play(concurrency, runs, sittings, switchboard, listener);
    }

    /// What came of it.
    ///
    /// @param shared how many events the two have in common at the start, the first of each included
    /// @param differs the first event that the parent does not hold so; empty where the whole run is the same
    /// @param idle events that were to be changed and never came about, since what was changed before them led elsewhere
    public record Forked(Outcome outcome, long shared, Optional<EventId> differs, List<EventId> idle) {
        public Forked {
            idle = List.copyOf(idle);
        }
    }

    private Forked play(int concurrency, Path runs, Sittings sittings, Switchboard switchboard, Listener listener) {
        Trace trace = Trace.of(parent);
        int last = trace.finished() ? trace.steps() - 1 : trace.steps();
        if (branching.at() < 1 || branching.at() > last) {
            throw problem("it can be left at steps 1 to " + last + ", not at " + branching.at());
        }
        var events = new EventsOf(parent, branching.at());
        var said = new LinkedHashMap<>(played.options().interventions().said());
        branching.said().forEach((event, text) -> said.put(events.words(event), text));
        var heard = new LinkedHashMap<>(played.options().interventions().heard());
        branching.heard().forEach((person, changes) -> {
            var own = new LinkedHashMap<>(heard.getOrDefault(person, new LinkedHashMap<>()));
            changes.forEach((event, text) -> own.put(events.heard(event, person), text));
            heard.put(person, own);
        });
        var branches = new ArrayList<>(played.options().interventions().branches());
        branches.add(new Branch(parent.path().toAbsolutePath().normalize().getFileName().toString(), branching.at(),
                trace.headAfter(branching.at() - 1), branching.settings(), branching.models()));
        checkSettings();
        var options = new RunOptions(played.options().settings(), played.began().seed(), branching.steps(), concurrency,
                new Interventions(said, heard, branches), played.options().minds());
        try (var prefix = new Prefix(trace, branching.at())) {
            Outcome outcome = Run.fork(parent, played.file(), options, runs, sittings, switchboard,
                    prefix.before(listener));
            return compared(trace, outcome, said.keySet());
        }
    }

    /// Only what is looked at again and again can change under way; what was cast or begun cannot.
    private void checkSettings() {
        var settings = played.lastSettings();
        World before = played.file().world(settings);
        settings.putAll(branching.settings());
        World after = played.file().world(settings);
        var cast = new ArrayList<String>();
        for (int i = 0; i < after.cast().people().size()
                && before.cast().people().size() == after.cast().people().size(); i++) {
            if (!before.cast().people().get(i).equals(after.cast().people().get(i))) {
                cast.add(after.cast().people().get(i).name());
            }
        }
        String what = !cast.isEmpty()
                ? String.join(", ", cast)
                : !before.cast().equals(after.cast())
                        ? "who there is"
                        : !before.things().equals(after.things())
                                ? "places, goods, claims, facts or relations"
                                : !before.dealings().markets().equals(after.dealings().markets()) ? "markets" : "";
        if (!what.isEmpty()) {
            throw problem("--set " + String.join(" --set ", branching.settings().entrySet().stream()
                    .map(set -> set.getKey() + "=" + set.getValue()).toList()) + " changes " + what
                    + ", which is settled when a run begins; from a step on only channels, actions, phases, events, probes, "
                    + "measures, endings and the clock can change. Play the world with it instead: microcosm run");
        }
    }

    private static Forked compared(Trace parent, Outcome outcome, Set<EventId> changed) {
        var idle = new LinkedHashSet<>(changed);
        long shared = 0;
        Optional<EventId> differs = Optional.empty();
        try (TraceReader theirs = parent.reader(); TraceReader own = Trace.of(outcome.folder()).reader()) {
            for (Optional<Event> event = own.next(); event.isPresent(); event = own.next()) {
                idle.remove(event.get().id());
                if (differs.isEmpty()) {
                    Optional<Event> there = theirs.next();
                    if (there.isPresent() && Prefix.same(there.get(), event.get())) {
                        shared++;
                    } else {
                        differs = Optional.of(event.get().id());
                    }
                }
            }
        }
        return new Forked(outcome, shared, differs, List.copyOf(idle));
    }

    private TraceException problem(String what) { return new TraceException(parent.path().toString(), 0, what); }

    /// Holds what is played before the branch against the parent.
    private static final class Prefix implements AutoCloseable {
        private final TraceReader theirs;
        private final int at;

        Prefix(Trace parent, int at) {
            theirs = parent.reader();
            this.at = at;
        }

        Listener before(Listener listener) {
            return new Listener() {
                @Override
                public void happened(Event event, State after) {
                    compare(event);
                    listener.happened(event, after);
                }

                @Override
                public void warned(String words) { listener.warned(words); }
            };
        }

        private void compare(Event event) {
            if (event.id().step() < at) {
                Optional<Event> there = theirs.next();
                if (there.isEmpty() || !same(there.get(), event)) {
                    throw new TraceException("", theirs.line(), "the beginning cannot be repeated: "
                            + there.map(other -> other.id().toString()).orElse("the end") + " is now " + event);
                }
            }
        }

        static boolean same(Event one, Event other) {
            return one.equals(other) || (one instanceof Event.Began && other instanceof Event.Began);
        }

        @Override
        public void close() { theirs.close(); }
    }

    /// What the parent holds from the branch on.
    private static final class EventsOf {
        private final RunFolder parent;
        private final int at;
        private final LinkedHashMap<EventId, Event> events = new LinkedHashMap<>();

        EventsOf(RunFolder parent, int at) {
            this.parent = parent;
            this.at = at;
            try (Stream<Event> all = Trace.of(parent).events()) {
                all.filter(event -> event instanceof Event.Acted || event instanceof Event.Read
                        || event instanceof Event.Resolved).forEach(event -> events.put(event.id(), event));
            }
        }

        /// @return the id of somebody's words
        EventId words(EventId id) {
            Event event = known(id);
            if (event instanceof Event.Acted) {
                return id;
            }
            throw new TraceException(parent.trace().toString(), 0,
                    id + " is not somebody's words; in this step they are " + words(id.step()));
        }

        /// @param id of somebody's words, or of how they were carried
        /// @return the id of how they were carried
        EventId heard(EventId id, String person) {
            EventId carried = known(id) instanceof Event.Acted ? carrying(id) : id;
            Event event = events.get(carried);
            if (event instanceof Event.Resolved) {
                return carried;
            }
            throw new TraceException(parent.trace().toString(), 0, id + " is nothing that " + person
                    + " can have heard; in this step people said " + words(id.step()));
        }

        private EventId carrying(EventId words) {
            return events.values().stream().filter(event -> event instanceof Event.Resolved resolved
                    && resolved.effects().stream().anyMatch(microcosm.trace.Effect.Told.class::isInstance)
                    && resolved.causes().stream().map(events::get)
                            .anyMatch(read -> read != null && read.causes().contains(words)))
                    .map(Event::id).findFirst().orElse(words);
        }

        private Event known(EventId id) {
            Event event = events.get(id);
            if (event == null) {
                throw new TraceException(parent.trace().toString(), 0,
                        "there is no event " + id + " that could be changed; in this step people said "
                                + words(id.step()));
            }
            if (id.step() < at) {
                throw new TraceException(parent.trace().toString(), 0,
                        id + " is before step " + at + ", at which the fork begins");
            }
            return event;
        }

        private String words(int step) {
            List<String> ids = events.values().stream().filter(
                    event -> event instanceof Event.Acted acted && acted.id().step() == step && !acted.text().isBlank())
                    .map(event -> event.id().toString()).toList();
            return ids.isEmpty()
                    ? "nothing"
                    : String.join(", ", ids.subList(0, Math.min(20, ids.size()))) + (ids.size() > 20 ? " …" : "");
        }
    }
}
