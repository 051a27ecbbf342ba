package microcosm.viewer;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;

import microcosm.trace.Effect;
import microcosm.trace.Event;
import microcosm.trace.EventId;
import microcosm.trace.State;
import microcosm.worlds.Assertion;
import microcosm.worlds.Bundle;
import microcosm.worlds.World;

/// What a whole run came to: measures over time, who held what, and the turning points. Fed with the events in trace order; keeps
/// only what a report needs, so a long trace is read in little memory.
public final class Chronicle implements Consumer<Event> {
    /// More turning points than anybody reads are counted, not kept.
    private static final int MOST_TURNS = 400;

    private final Names names;
    private final SequencedMap<String, Bundle> before = new LinkedHashMap<>();
    private final SequencedMap<String, SortedMap<Integer, BigDecimal>> measures = new LinkedHashMap<>();
    private final SequencedMap<String, BigDecimal> benchmarks = new LinkedHashMap<>();
    private final SequencedMap<String, SequencedMap<String, Double>> credences = new LinkedHashMap<>();
    private final SortedMap<String, Integer> happened = new TreeMap<>();
    private final SortedMap<String, Integer> refused = new TreeMap<>();
    private final SequencedMap<String, SortedSet<Integer>> vain = new LinkedHashMap<>();
    private final SequencedMap<String, EventId> firstSaid = new LinkedHashMap<>();
    private final SequencedMap<EventId, Event.Read> readings = new LinkedHashMap<>();
    private Optional<Event.Believed> flip = Optional.empty();
    private boolean flipGained;
    private final SequencedMap<String, Double> given = new LinkedHashMap<>();
    private final SequencedMap<String, Integer> believers = new LinkedHashMap<>();
    private final List<TurningPoint> turningPoints = new ArrayList<>();
    private State state = State.EMPTY;
    private Optional<Event.Began> began = Optional.empty();
    private Optional<String> ended = Optional.empty();
    private int steps;
    private long events;
    private long acts;
    private int untold;

    public Chronicle(World world) {
        names = new Names(world);
        world.cast().people().forEach(person -> person.believes().forEach(belief -> {
            given.put(person.id() + " " + belief.claim(), belief.credence());
            world.things().claims().stream()
                    .filter(claim -> names.denied(claim.id()).contains(belief.claim())
                            || names.denied(belief.claim()).contains(claim.id()))
                    .forEach(claim -> given.putIfAbsent(person.id() + " " + claim.id(), 1 - belief.credence()));
        }));
    }

    /// A moment after which things were different.
    public record TurningPoint(EventId event, String text) {}

    @Override
    public void accept(Event event) {
        events++;
        steps = Math.max(steps, event.id().step());
        state = state.after(event);
        switch (event) {
            case Event.Began first -> began = Optional.of(first);
            case Event.Cast cast -> {
                names.meet(cast);
                before.put(cast.id().owner(), cast.holdings());
            }
            case Event.Benchmarked benchmark -> benchmarks.put(benchmark.name(), benchmark.value());
            case Event.Measured measured -> measures.computeIfAbsent(measured.measure(), _ -> new TreeMap<>())
                    .put(measured.id().step(), measured.value());
            case Event.Believed believed -> noteBelief(believed);
            case Event.Acted _ -> acts++;
            case Event.Read read -> noteReading(read);
            case Event.Resolved resolved -> noteOutcome(resolved);
            case Event.Refused nothing when nothing.causes().isEmpty() -> vain
                    .computeIfAbsent(Plain.line(nothing.what()) + ": " + Plain.line(nothing.why()),
                            _ -> new TreeSet<>())
                    .add(nothing.id().step());
            case Event.Refused refusal -> refused.merge(Plain.line(refusal.what()), 1, Integer::sum);
            case Event.Ended end -> {
                ended = Optional.of(end.why());
                if (!end.why().equals("clock")) {
                    turn(end.id(), "It ends before its time: " + Plain.line(end.why()));
                }
            }
            case Event.Stepped _ -> readings.clear();
            case Event.Replied _,Event.Consulted _,Event.Drafted _,Event.Reviewed _,Event.Recalled _,Event.Observed _,Event.Probed _ ->
                {
                }
        }
    }

    private void noteBelief(Event.Believed believed) {
        String person = believed.id().owner();
        double now = believed.credence().doubleValue();
        Double earlier = credences.computeIfAbsent(believed.claim(), _ -> new LinkedHashMap<>()).put(person, now);
        Double was = earlier == null ? given.get(person + " " + believed.claim()) : earlier;
        boolean flipped = was != null && (was > 0.5) != (now > 0.5);
        boolean won = was == null && now > 0.5 && !believed.causes().isEmpty();
        if (state.people().size() > Gathered.FEW) {
            int change = (now > 0.5 ? 1 : 0) - (earlier != null && earlier > 0.5 ? 1 : 0);
            noteShare(believed, believers.merge(believed.claim(), change, Integer::sum));
        } else if (flipped || won) {
            String words = names.person(person) + (now > 0.5 ? " comes to believe " : " no longer believes ") + "“"
                    + names.claim(believed.claim()) + "” ("
                    + (was == null ? "" : Math.round(100 * was) + " % → ") + Math.round(100 * now) + " %)";
            noteFlip(believed, now > 0.5, words);
        }
    }

    /// Who comes to believe one thing and no longer believes what it denies has changed their mind once.
    private void noteFlip(Event.Believed believed, boolean gained, String words) {
        if (flip.isPresent() && flip.get().id().owner().equals(believed.id().owner())
                && flip.get().causes().equals(believed.causes()) && !turningPoints.isEmpty()
                && turningPoints.getLast().event().equals(flip.get().id())) {
            if (flipGained && !gained) {
                return;
            }
            if (!flipGained && gained) {
                turningPoints.removeLast();
            }
        }
        flip = Optional.of(believed);
        flipGained = gained;
        turn(believed.id(), words);
    }

    /// In a large society, when a tenth, half and nine tenths have come to believe something.
    private void noteShare(Event.Believed believed, int now) {
        int all = state.people().size();
        for (int tenths : List.of(1, 5, 9)) {
            String key = believed.claim() + " " + tenths;
            if (10L * now >= (long) tenths * all && firstSaid.putIfAbsent(key, believed.id()) == null) {
                turn(believed.id(),
                        (tenths == 5 ? "half" : tenths == 1 ? "one in ten" : "nine in ten") + " now believe “"
                                + names.claim(believed.claim()) + "” (" + now + " of " + all
                                + " people); the last of them is "
                                + names.person(believed.id().owner()));
            }
        }
    }

    private void noteReading(Event.Read read) {
        if (!read.claims().isEmpty()) {
            readings.put(read.id(), read);
        }
    }

    private void noteOutcome(Event.Resolved resolved) {
        happened.merge(resolved.what(), 1, Integer::sum);
        for (Effect effect : resolved.effects()) {
            switch (effect) {
                case Effect.Told told -> noteWords(resolved, told);
                case Effect.Sanctioned s ->
                    turn(resolved.id(), names.person(s.subject()) + " is sanctioned: " + s.sanction());
                case Effect.Established _ when resolved.id().step() == 0 -> {
                    // what was so before anything happened
                }
                case Effect.Established e -> turn(resolved.id(), "It is established: " + Plain.line(e.text()));
                case Effect.Settled(String debtor, String creditor, Bundle goods) -> turn(resolved.id(),
                        names.person(debtor)
                                + " repays " + names.person(creditor) + " " + goods
                                + (state.owed(debtor, creditor).isEmpty()
                                        ? ", and owes nothing more"
                                        : ""));
                case Effect.Assigned _,Effect.HandedIn _,Effect.Paid _,Effect.Made _,Effect.Used _,Effect.Offered _,Effect.Closed _,Effect.Owed _,Effect.Sent _,Effect.Moved _,Effect.Became _ ->
                    {
                    }
            }
        }
    }

    /// Who first said what to whom.
    private void noteWords(Event.Resolved resolved, Effect.Told told) {
        for (EventId cause : resolved.causes()) {
            Event.Read read = readings.get(cause);
            if (read == null) {
                continue;
            }
            for (Assertion assertion : read.claims()) {
                String key = assertion.claim() + " " + assertion.stance();
                if (firstSaid.putIfAbsent(key, resolved.id()) == null) {
                    turn(resolved.id(),
                            names.person(told.from()) + " is the first to " + verb(assertion.stance()) + " “"
                                    + names.claim(assertion.claim()) + "”, to " + names.people(told.to()));
                }
            }
        }
    }

    private static String verb(Assertion.Stance stance) {
        return switch (stance) {
            case ASSERTS -> "say";
            case DENIES -> "deny";
            case DOUBTS -> "doubt";
            case ASKS -> "ask about";
        };
    }

    private void turn(EventId event, String text) {
        if (turningPoints.size() < MOST_TURNS) {
            turningPoints.add(new TurningPoint(event, text));
        } else {
            untold++;
        }
    }

    public Optional<Event.Began> began() { return began; }

    /// @return why the run is over; empty while it is not
    public Optional<String> ended() { return ended; }

    public int steps() { return steps; }

    public long events() { return events; }

    public long acts() { return acts; }

    /// @return measure → step → value, in the order they were first taken
    public SequencedMap<String, SortedMap<Integer, BigDecimal>> measures() { return measures; }

    /// @return benchmark → value
    public SequencedMap<String, BigDecimal> benchmarks() { return benchmarks; }

    /// @return claim id → person id → the credence they last gave it, in [0, 1]
    public SequencedMap<String, SequencedMap<String, Double>> credences() { return credences; }

    /// @return action, mechanism or happening → how often it came about
    public SortedMap<String, Integer> happened() { return happened; }

    /// @return action → how often an attempt at it was refused
    public SortedMap<String, Integer> refused() { return refused; }

    /// @return what came to nothing though nobody attempted it, and why: `fear: the mean of nobody has no value` → steps
    public SequencedMap<String, SortedSet<Integer>> vain() { return vain; }

    public List<TurningPoint> turningPoints() { return turningPoints; }

    /// @return how many turning points there were beyond those kept
    public int untold() { return untold; }

    public State state() { return state; }

    /// @return what a person held when they entered
    public Bundle before(String person) { return before.getOrDefault(person, Bundle.NONE); }

    public String name(String person) { return names.person(person); }

    public String claim(String claim) { return names.claim(claim); }

    public String step(int step) { return names.step(step); }
}
