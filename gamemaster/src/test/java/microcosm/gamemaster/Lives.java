package microcosm.gamemaster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

import microcosm.agents.Agent;
import microcosm.agents.Inner;
import microcosm.agents.Perception;
import microcosm.agents.Policies;
import microcosm.agents.Situation;
import microcosm.memory.Cue;
import microcosm.memory.Memories;
import microcosm.memory.Memory;
import microcosm.models.HashedEmbedder;
import microcosm.speech.RuleRealiser;
import microcosm.trace.EventId;
import microcosm.worlds.ActionSpec;
import microcosm.worlds.Person;
import microcosm.worlds.Probe;
import microcosm.worlds.World;

/// People who follow their policies and remember in the real memory, and everything that ever reached or came up to each of them.
final class Lives implements Players, AutoCloseable {
    private static final Pattern NUMBERED = Pattern.compile("/gm/\\d+");

    private final World world;
    private final Memory memory;
    private final RuleRealiser realiser;
    private final BiFunction<String, Integer, Optional<String>> words;
    private final Map<String, List<Lived>> lives = new LinkedHashMap<>();

    /// One moment of a life.
    ///
    /// @param what everything it holds, without the numbers the game master gave its events
    /// @param by the event that was perceived; empty for what was seen about one, and what came to mind
    record Lived(String what, Optional<EventId> by) {}

    /// @param words what somebody says at a step whatever their policy; empty where it decides
    Lives(World world, BiFunction<String, Integer, Optional<String>> words) {
        this.world = world;
        this.words = words;
        realiser = new RuleRealiser(world);
        memory = Memories.open(Optional.empty(), world.clock(), world.memory(), new HashedEmbedder());
    }

    List<Lived> of(String person) { return lives.get(person); }

    /// An event by anybody else is numbered as it came; what the game master does, only by its turn.
    static String unnumbered(Object said) { return NUMBERED.matcher(said.toString()).replaceAll("/gm"); }

    @Override
    public Agent agent(Person person, EventId cast) {
        List<Lived> life = new ArrayList<>();
        lives.put(person.id(), life);
        Agent agent = Policies.agent(world, person, cast, memory, realiser);
        return new Agent() {
            @Override
            public String name() { return agent.name(); }

            @Override
            public void observe(Perception perception, Inner inner) {
                life.add(new Lived(unnumbered(perception.toString().replace(perception.event().toString(), "")),
                        Optional.of(perception.event())));
                agent.observe(perception, inner);
            }

            @Override
            public String act(ActionSpec spec, Situation situation, Inner inner) {
                life.add(new Lived(unnumbered(situation), Optional.empty()));
                memory.recall(person.id(), new Cue("grain for the mill", situation.step(), true), 3).forEach(
                        up -> life.add(new Lived(up.memory().text() + " " + up.score(), Optional.empty())));
                memory.all(person.id()).forEach(one -> life.add(new Lived(one.text(), Optional.empty())));
                String decided = agent.act(spec, situation, inner);
                return words.apply(person.id(), situation.step()).orElse(decided);
            }

            @Override
            public String answer(Probe probe, Situation situation, Inner inner) {
                return agent.answer(probe, situation, inner);
            }
        };
    }

    @Override
    public void close() { memory.close(); }
}
