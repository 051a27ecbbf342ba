package microcosm.viewer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;

import microcosm.trace.Effect;
import microcosm.trace.Event;
import microcosm.trace.EventId;
import microcosm.worlds.World;

/// Tells a trace as a story, one line at a time: who said what to whom, and what came of it. Fed with the events in trace order;
/// a turn is told when it is over.
public final class Story implements Consumer<Event> {
    private final Names names;
    private final Consequences consequences;
    private final Optional<String> as;
    private final Consumer<Line> lines;
    private final SequencedMap<String, Double> credences = new LinkedHashMap<>();
    private final SequencedMap<EventId, Event> recent = new LinkedHashMap<>();
    private final SequencedMap<EventId, Effect.Told> carried = new LinkedHashMap<>();
    private final List<Event> turn = new ArrayList<>();
    private int step;

    /// @param as the id of the person whose story it is: only what they perceived and did; empty for everything
    /// @param lines where the lines go
    public Story(World world, Optional<String> as, Consumer<Line> lines) {
        this.names = new Names(world);
        this.consequences = new Consequences(names);
        this.as = as;
        this.lines = lines;
    }

    /// One line of a story.
    ///
    /// @param event what it tells of
    /// @param depth 0 for a heading, 1 for what somebody did, 2 for what came of it
    public record Line(EventId event, int depth, String text) {
        @Override
        public String toString() { return "    ".repeat(depth) + text; }
    }

    @Override
    public void accept(Event event) {
        if (!turn.isEmpty() && (turn.getFirst().id().step() != event.id().step()
                || turn.getFirst().id().turn() != event.id().turn())) {
            tellTurn();
        }
        turn.add(event);
    }

    /// Tells what is left when there are no more events.
    public void finish() { tellTurn(); }

    private void tellTurn() {
        for (Event event : turn) {
            if (event instanceof Event.Cast cast) {
                names.meet(cast);
            }
            recent.put(event.id(), event);
        }
        noteWhatWasCarried();
        for (Event event : turn) {
            if (as.isEmpty()) {
                tell(event);
            } else {
                tellAs(as.get(), event);
            }
        }
        turn.clear();
        while (recent.size() > 200_000) {
            recent.pollFirstEntry();
        }
    }

    private void tell(Event event) {
        switch (event) {
            case Event.Began began -> line(event, 0, began.title() + " (seed " + began.seed() + ")");
            case Event.Cast cast -> line(event, 1, cast.name() + " holds " + cast.holdings());
            case Event.Benchmarked b ->
                line(event, 1, "for comparison, " + b.name() + " is " + b.value().toPlainString());
            case Event.Acted acted -> line(event, 1, names.person(event.id().owner()) + carried(acted) + ": "
                    + quoted(acted.text()));
            case Event.Believed believed -> tellBelief(believed);
            case Event.Read read ->
                read.unclear().forEach(unclear -> line(event, 2, "not clear: " + Plain.line(unclear)));
            case Event.Resolved resolved -> tellResolved(resolved);
            case Event.Refused refused -> line(event, 2, "refused: " + Plain.line(refused.why()));
            case Event.Measured measured ->
                line(event, 1, measured.measure() + " = " + measured.value().toPlainString());
            case Event.Probed probed -> line(event, 1, names.person(event.id().owner()) + ", asked aside: "
                    + Plain.line(probed.answer()) + " (" + probed.probe() + ")");
            case Event.Ended ended -> line(event, 0, ended.why().equals("clock")
                    ? "The time is up."
                    : "The end: " + Plain.line(ended.why()));
            case Event.Replied replied -> {
                if (!replied.outcome().equals("used")) {
                    line(event, 2,
                            names.person(event.id().owner()) + " gave no usable answer (" + replied.outcome() + ")");
                }
            }
            case Event.Recalled _,Event.Observed _,Event.Stepped _ -> {
            }
        }
    }

    private void tellAs(String person, Event event) {
        boolean own = event.id().owner().equals(person);
        switch (event) {
            case Event.Began began -> line(event, 0, began.title());
            case Event.Cast cast when own ->
                line(event, 1, "You are " + cast.name() + "; you hold " + cast.holdings() + ".");
            case Event.Observed observed when own ->
                observed.causes().forEach(cause -> tellPerceived(person, observed, cause));
            case Event.Believed believed when own -> tellBelief(believed);
            case Event.Acted acted when own -> line(event, 1, "You: " + quoted(acted.text()));
            case Event.Refused refused when concerns(person, refused) -> line(event, 2, "refused: "
                    + Plain.line(refused.why()));
            case Event.Resolved resolved when concerns(person, resolved) -> consequences.of(resolved.effects())
                    .forEach(text -> line(event, 2, text));
            case Event.Probed probed when own ->
                line(event, 1, "Asked aside, you answer: " + Plain.line(probed.answer()));
            default -> {
            }
        }
    }

    private void tellPerceived(String person, Event.Observed observed, EventId cause) {
        Event perceived = recent.get(cause);
        String heard = observed.heard().get(cause.toString());
        if (heard != null) {
            line(observed, 1, "you hear: " + quoted(heard));
        } else if (perceived instanceof Event.Resolved resolved) {
            for (Effect effect : resolved.effects()) {
                if (effect instanceof Effect.Told told && !told.from().equals(person)) {
                    line(resolved, 1,
                            "you hear " + names.person(told.from()) + ", " + place(told) + ": " + quoted(told.text()));
                }
            }
            consequences.of(resolved.effects()).forEach(text -> line(resolved, 2, text));
        }
    }

    private void tellResolved(Event.Resolved resolved) {
        if (followsWords(resolved)) {
            consequences.of(resolved.effects()).forEach(text -> line(resolved, 2, text));
            return;
        }
        if (resolved.told().isEmpty()) {
            consequences.of(resolved.effects()).forEach(text -> line(resolved, 1, text));
        } else {
            line(resolved, 1, Plain.line(resolved.told()));
        }
        for (Effect effect : resolved.effects()) {
            if (effect instanceof Effect.Told told && !told.from().isEmpty()) {
                line(resolved, 1, names.people(told.to()) + " heard " + names.person(told.from()) + ": "
                        + quoted(told.text()));
            }
        }
    }

    private void tellBelief(Event.Believed believed) {
        String key = believed.id().owner() + " " + believed.claim();
        double now = believed.credence().doubleValue();
        Double before = credences.put(key, now);
        String who = as.isPresent() ? "you now give" : names.person(believed.id().owner()) + " now gives";
        boolean flipped = before != null && (before < 0.5) != (now < 0.5);
        boolean heardOf = before == null && !believed.causes().isEmpty();
        if (flipped || heardOf || as.isPresent()) {
            line(believed, 2, who + " \"" + names.claim(believed.claim()) + "\" " + percent(now)
                    + (before == null ? "" : ", after " + percent(before)));
        }
    }

    /// Whether something came of what somebody said, and not of the world's own doing.
    private boolean followsWords(Event event) {
        return event.causes().stream().map(recent::get)
                .anyMatch(cause -> cause instanceof Event.Acted || cause instanceof Event.Read);
    }

    private boolean concerns(String person, Event event) {
        return event.causes().stream().anyMatch(cause -> isBy(person, cause));
    }

    private boolean isBy(String person, EventId cause) {
        if (cause.owner().equals(person)) {
            return true;
        }
        return recent.get(cause) instanceof Event.Read read
                && read.causes().stream().anyMatch(words -> words.owner().equals(person));
    }

    /// @return ` (doorstep, to Ilse Varga)` for words a channel carried; empty otherwise
    private String carried(Event.Acted acted) {
        Effect.Told told = carried.get(acted.id());
        return told == null ? "" : " (" + place(told) + ", to " + names.people(told.to()) + ")";
    }

    private void noteWhatWasCarried() {
        carried.clear();
        var words = new LinkedHashMap<EventId, EventId>();
        for (Event event : turn) {
            if (event instanceof Event.Read read) {
                read.causes().forEach(cause -> words.put(read.id(), cause));
            } else if (event instanceof Event.Resolved resolved) {
                for (Effect effect : resolved.effects()) {
                    if (effect instanceof Effect.Told told) {
                        resolved.causes().forEach(cause -> carried.putIfAbsent(words.getOrDefault(cause, cause), told));
                    }
                }
            }
        }
    }

    private static String place(Effect.Told told) { return told.channel().isEmpty() ? "aside" : told.channel(); }

    private void line(Event event, int depth, String text) {
        if (event.id().step() != step) {
            step = event.id().step();
            String heading = names.step(step);
            lines.accept(new Line(event.id(), 0, ""));
            lines.accept(new Line(event.id(), 0,
                    heading.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + heading.substring(1)));
        }
        lines.accept(new Line(event.id(), depth, text));
    }

    private static String quoted(String text) {
        return text.isBlank() ? "(nothing)" : "“" + Plain.line(text.strip()) + "”";
    }

    private static String percent(double credence) { return Math.round(100 * credence) + " %"; }
}
