package microcosm.gamemaster;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import microcosm.trace.Effect;
import microcosm.trace.Event;
import microcosm.worlds.Probe;
import microcosm.worlds.Value;

/// What expressions may ask about the run so far: answers to probes, what was resolved since a measure was last taken, how often
/// somebody spoke on a channel in this step. Like [microcosm.trace.State] a fold of the events, kept by the loop alone.
public final class Past {
    private final Map<String, Map<String, Value>> answers = new TreeMap<>();
    private final Map<String, Integer> said = new TreeMap<>();
    private final Map<String, Value> measured = new TreeMap<>();
    private final Map<String, Value> benchmarks = new TreeMap<>();
    private final Map<String, String> turnedTo = new TreeMap<>();
    private final List<Event.Resolved> resolved = new ArrayList<>();
    private final Map<String, Integer> taken = new TreeMap<>();
    private final List<Event.Resolved> ofStep = new ArrayList<>();
    private final boolean keepsEvents;
    private Optional<String> addressed = Optional.empty();
    private int forgotten;
    private int step;

    /// @param keepsEvents whether any measure or ending looks at events; where none does they are not kept
    Past(boolean keepsEvents) { this.keepsEvents = keepsEvents; }

    /// @return the person's latest answer; empty where they gave none that could be read
    public Optional<Value> answer(String probe, String person) {
        return Optional.ofNullable(answers.getOrDefault(probe, new TreeMap<>()).get(person));
    }

    /// @param present the present step
    /// @return how many messages somebody sent on a channel in it
    public int said(String person, String channel, int present) {
        return present == step ? said.getOrDefault(person + "/" + channel, 0) : 0;
    }

    /// @return who last spoke to somebody or offered them something, so that "him" or "you" means them; empty for nobody
    public Optional<String> turnedTo(String person) { return Optional.ofNullable(turnedTo.get(person)); }

    void addressed(String by, String person) {
        turnedTo.put(person, by);
        addressed = Optional.of(person);
    }

    /// @return who was last spoken to or offered something since this was last asked; empty for nobody
    Optional<String> takeAddressed() {
        Optional<String> person = addressed;
        addressed = Optional.empty();
        return person;
    }

    /// @return what was resolved since this was last called for the same measure, in order of the trace
    List<Event.Resolved> since(String measure) {
        int from = Math.max(taken.getOrDefault(measure, 0), forgotten);
        return List.copyOf(resolved.subList(from - forgotten, resolved.size()));
    }

    /// @return what has been resolved in a step, the present one, in order of the trace
    List<Event.Resolved> of(int present) { return present == step ? List.copyOf(ofStep) : List.of(); }

    /// @return a reference value that a mechanism gave before the first step
    Optional<Value> benchmark(String name) { return Optional.ofNullable(benchmarks.get(name)); }

    void benchmarked(String name, Value value) { benchmarks.put(name, value); }

    /// @return a measure's latest value, so that another can be made of it
    public Optional<Value> measured(String measure) { return Optional.ofNullable(measured.get(measure)); }

    void measured(String measure, Value value) { measured.put(measure, value); }

    void unmeasured(String measure) { measured.remove(measure); }

    void taken(String measure) { taken.put(measure, forgotten + resolved.size()); }

    /// Lets go of what every measure in `measures` has seen.
    void forget(List<String> measures) {
        int seen = measures.stream().mapToInt(measure -> taken.getOrDefault(measure, 0)).min()
                .orElse(forgotten + resolved.size());
        if (seen > forgotten) {
            resolved.subList(0, seen - forgotten).clear();
            forgotten = seen;
        }
    }

    void answered(Probe probe, String person, Value answer) {
        answers.computeIfAbsent(probe.name(), _ -> new TreeMap<>()).put(person, answer);
    }

    void unanswered(Probe probe, String person) { answers.getOrDefault(probe.name(), new TreeMap<>()).remove(person); }

    void happened(Event.Resolved event) {
        if (event.id().step() != step) {
            step = event.id().step();
            said.clear();
            ofStep.clear();
        }
        ofStep.add(event);
        if (keepsEvents) {
            resolved.add(event);
        }
        for (Effect effect : event.effects()) {
            switch (effect) {
                case Effect.Told(String channel, String from, var _, String _) when !event.what()
                        .equals(Deliveries.WHAT) ->
                    said.merge(from + "/" + channel, 1, Integer::sum);
                case Effect.Sent(String channel, String from, var _, String _, int _) -> said
                        .merge(from + "/" + channel, 1, Integer::sum);
                default -> {
                }
            }
        }
    }
}
