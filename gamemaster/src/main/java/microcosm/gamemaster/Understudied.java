package microcosm.gamemaster;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

import microcosm.agents.Agent;
import microcosm.agents.Inner;
import microcosm.agents.Perception;
import microcosm.agents.Review;
import microcosm.agents.Situation;
import microcosm.memory.Cue;
import microcosm.memory.Memory;
import microcosm.memory.Recollection;
import microcosm.memory.Remembrance;
import microcosm.models.ModelSpec;
import microcosm.speech.Realiser;
import microcosm.speech.Setting;
import microcosm.trace.EventId;
import microcosm.worlds.ActionSpec;
import microcosm.worlds.Probe;

/// Somebody who is played by another from a step on. Who will play them takes in everything from the start, leaves no mark of it, and then
/// takes over with the memories the first one made.
final class Understudied implements Agent {
    private final Deque<Understudy> waiting = new ArrayDeque<>();
    private Agent playing;

    /// @param step the first that is theirs
    private record Understudy(int step, Agent agent, Reserved memory) {}

    private Understudied(Agent first) { playing = first; }

    /// @param other makes whoever plays them later; of nobody's name, their policy
    /// @return empty where nobody takes over
    static Optional<Understudied> of(String person, Agent first, Interventions interventions, Memory memory,
            BiFunction<Optional<ModelSpec>, Memory, Agent> other) {
        var all = new Understudied(first);
        for (Interventions.Branch branch : interventions.branches()) {
            Optional<ModelSpec> name = Optional.ofNullable(branch.models().get(person));
            name.ifPresent(model -> all.add(branch.at(), memory,
                    own -> other.apply(name.filter(one -> !one.baseline()), own)));
        }
        return all.waiting.isEmpty() ? Optional.empty() : Optional.of(all);
    }

    /// @param agent made with the memory it is given
    private void add(int step, Memory memory, Function<Memory, Agent> agent) {
        var reserved = new Reserved(memory);
        waiting.add(new Understudy(step, agent.apply(reserved), reserved));
    }

    /// A step begins.
    void begins(int step) {
        while (!waiting.isEmpty() && waiting.element().step() <= step) {
            Understudy next = waiting.remove();
            next.memory().taken = true;
            playing = next.agent();
        }
    }

    @Override
    public String name() { return playing.name(); }

    /// Whoever plays them later finds what the first one brought.
    @Override
    public void begin(List<Setting.Named> people, Inner inner) { playing.begin(people, inner); }

    @Override
    public void observe(Perception perception, Inner inner) {
        playing.observe(perception, inner);
        waiting.forEach(one -> one.agent().observe(perception, new Unmarked(inner, perception.event())));
    }

    @Override
    public String act(ActionSpec spec, Situation situation, Inner inner) { return playing.act(spec, situation, inner); }

    @Override
    public void acted(EventId event, String text) {
        playing.acted(event, text);
        waiting.forEach(one -> one.agent().acted(event, text));
    }

    @Override
    public String answer(Probe probe, Situation situation, Inner inner) {
        return playing.answer(probe, situation, inner);
    }

    @Override
    public Optional<String> interview(String question, Situation situation, Inner inner) {
        return playing.interview(question, situation, inner);
    }

    @Override
    public Review review(Review.Draft draft, Situation situation, Inner inner) {
        return playing.review(draft, situation, inner);
    }

    @Override
    public boolean cites() { return playing.cites() || waiting.stream().anyMatch(one -> one.agent().cites()); }

    @Override
    public void live(microcosm.worlds.World world, Realiser realiser) {
        playing.live(world, realiser);
        waiting.forEach(one -> one.agent().live(world, realiser));
    }

    @Override
    public void follow(microcosm.worlds.Person.PolicyCall policy) {
        playing.follow(policy);
        waiting.forEach(one -> one.agent().follow(policy));
    }

    /// Memory that takes nothing in until its owner plays.
    private static final class Reserved implements Memory {
        private final Memory memory;
        private boolean taken;

        Reserved(Memory memory) { this.memory = memory; }

        @Override
        public void remember(String person, Remembrance remembrance) {
            if (taken) {
                memory.remember(person, remembrance);
            }
        }

        @Override
        public List<Recollection> recall(String person, Cue cue, int limit) {
            return memory.recall(person, cue, limit);
        }

        @Override
        public List<Remembrance> all(String person) { return memory.all(person); }

        @Override
        public void musesAlone(String person) {
            if (taken) {
                memory.musesAlone(person);
            }
        }

        @Override
        public void stepped(int step) {
            // whoever owns the memory says so
        }

        @Override
        public void close() {
            // whoever owns the memory closes it
        }
    }
}
