package microcosm.gamemaster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import microcosm.agents.Agent;
import microcosm.agents.Inner;
import microcosm.agents.Perception;
import microcosm.agents.Policies;
import microcosm.agents.Review;
import microcosm.agents.Situation;
import microcosm.memory.Memories;
import microcosm.memory.Memory;
import microcosm.models.Embedders;
import microcosm.prompts.Templates;
import microcosm.speech.Realiser;
import microcosm.speech.RuleReader;
import microcosm.speech.RuleRealiser;
import microcosm.speech.Setting;
import microcosm.trace.Event;
import microcosm.trace.EventId;
import microcosm.worlds.ActionSpec;
import microcosm.worlds.Probe;
import microcosm.worlds.World;

/// Plays a world in memory, with the policies a run would use, to see what somebody would be shown. Writes nothing.
public final class Preview implements AutoCloseable {
    private final World world;
    private final Tampered memory;
    private final Optional<Tampered> shadowed;
    private final Map<String, Watched> agents = new LinkedHashMap<>();
    private final Simulation simulation;

    /// @param seed as of the run it stands for
    public Preview(World world, long seed) { this(world, seed, Optional.empty(), Templates.shipped()); }

    /// As above, with what somebody's model would be asked.
    ///
    /// @param whom their id
    public Preview(World world, long seed, Optional<String> whom, Templates templates) {
        this.world = world;
        shadowed = whom.map(_ -> memory(world));
        memory = memory(world);
        var realiser = new RuleRealiser(world);
        var began = new Event.Began(new EventId(0, 0, EventId.GAME_MASTER, 1), world.id(), world.title(), seed,
                Manifest.of(world, Interventions.NONE, Minds.BASELINE, Engine.embedder(world)));
        simulation = new Simulation(world, began, new RulesGameMaster(new RuleReader(world)), (person, cast) -> {
            var agent = new Watched(Policies.agent(world, person, cast, memory, realiser),
                    shadowed.filter(_ -> whom.filter(person.id()::equals).isPresent())
                            .map(own -> new Shadow(world, person, cast, own, templates)));
            agents.put(person.id(), agent);
            return agent;
        }, 1, Interventions.NONE, Listener.NOBODY);
        memory.follow(simulation::state);
        shadowed.ifPresent(own -> own.follow(simulation::state));
    }

    private static Tampered memory(World world) {
        return new Tampered(Memories.open(Optional.empty(), world.clock(), world.memory(),
                Embedders.named(Engine.embedder(world), _ -> {})));
    }

    /// @return everybody, in cast order
    public List<Setting.Named> people() { return simulation.society().named(); }

    /// @return the last step that has been played
    public int played() { return simulation.step(); }

    /// @return why the world is over; empty while it is not
    public Optional<String> ended() { return simulation.ended(); }

    /// Plays up to and with a step, or until the world is over.
    ///
    /// @param step not before the steps already played
    /// @return what a person is shown in that step, once for each time they are called; empty where they are not
    /// @throws IllegalArgumentException if nobody has this id, or the step has gone by
    public List<View> views(String person, int step) {
        Watched watched = agents.get(person);
        if (watched == null) {
            throw new IllegalArgumentException("nobody here is called \"" + person + "\"");
        }
        if (step <= simulation.step()) {
            throw new IllegalArgumentException("step " + step + " must be after " + simulation.step());
        }
        while (simulation.step() < step && !simulation.over()) {
            watched.views.clear();
            simulation.play();
            simulation.events();
            memory.stepped(simulation.step());
            shadowed.ifPresent(own -> own.stepped(simulation.step()));
        }
        return simulation.step() == step ? List.copyOf(watched.views) : List.of();
    }

    @Override
    public void close() {
        shadowed.ifPresent(Memory::close);
        memory.close();
    }

    /// Notes what an agent is shown, and lets it act as it would.
    private final class Watched implements Agent {
        private final Agent agent;
        private final List<Perception> perceived = new ArrayList<>();
        private final List<View> views = new ArrayList<>();

        private final Optional<Shadow> shadow;

        Watched(Agent agent, Optional<Shadow> shadow) {
            this.agent = agent;
            this.shadow = shadow;
        }

        @Override
        public String name() { return agent.name(); }

        @Override
        public void observe(Perception perception, Inner inner) {
            perceived.add(perception);
            shadow.ifPresent(other -> other.observe(perception, inner));
            agent.observe(perception, inner);
        }

        @Override
        public boolean cites() { return shadow.isPresent() || agent.cites(); }

        @Override
        public Review review(Review.Draft draft, Situation situation, Inner inner) {
            return agent.review(draft, situation, inner);
        }

        @Override
        public String act(ActionSpec spec, Situation situation, Inner inner) {
            views.add(new View(world, spec, situation, perceived,
                    shadow.map(other -> other.prompt(spec, situation, inner))));
            perceived.clear();
            return agent.act(spec, situation, inner);
        }

        @Override
        public void follow(microcosm.worlds.Person.PolicyCall policy) { agent.follow(policy); }

        @Override
        public void live(World other, Realiser realiser) { agent.live(other, realiser); }

        @Override
        public void acted(EventId event, String text) {
            agent.acted(event, text);
            shadow.ifPresent(other -> other.acted(event, text));
        }

        @Override
        public String answer(Probe probe, Situation situation, Inner inner) {
            return agent.answer(probe, situation, inner);
        }
    }
}
