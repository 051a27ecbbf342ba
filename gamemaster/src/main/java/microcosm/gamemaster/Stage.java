package microcosm.gamemaster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

import microcosm.agents.Agent;
import microcosm.memory.Memory;
import microcosm.models.ModelSpec;
import microcosm.speech.RuleReader;
import microcosm.speech.RuleRealiser;
import microcosm.trace.Event;
import microcosm.worlds.Person;
import microcosm.worlds.World;
import microcosm.worlds.WorldFile;

/// What a run is played on: a world with who plays whom in it, and what a fork changes from a step on.
final class Stage {
    private final WorldFile file;
    private final World world;
    private final RunOptions options;
    private final List<Understudied> understudied = new ArrayList<>();
    private Staff models = Staff.none();

    /// @throws microcosm.worlds.WorldException if the world cannot be played with these settings
    Stage(WorldFile file, RunOptions options) {
        this.file = file;
        this.options = options;
        world = file.world(options.settings());
    }

    World world() { return world; }

    /// Casts the society of a run that begins so, or begins again.
    Simulation simulation(Event.Began began, Memory memory, Staff staff, Listener watching) {
        var realiser = new RuleRealiser(world);
        models = staff;
        understudied.clear();
        var tampered = new Tampered(memory);
        var simulation = new Simulation(world, began, gameMaster(world),
                (person, cast) -> understudied(person, staff.agent(world, person, cast, tampered, realiser),
                        tampered, (name, own) -> staff.agent(name, world, person, cast, own, realiser)),
                staff.authors(), options.concurrency(), options.interventions(), watching);
        tampered.follow(simulation::state);
        return simulation;
    }

    private GameMaster gameMaster(World played) {
        return GameMasters.of(played, new RuleReader(played), models.gameMaster(), options.minds().templates());
    }

    /// @param other makes whoever plays them later
    private Agent understudied(Person person, Agent first, Memory memory,
            BiFunction<Optional<ModelSpec>, Memory, Agent> other) {
        var all = Understudied.of(person.id(), first, options.interventions(), memory, other);
        all.ifPresent(understudied::add);
        return all.<Agent>map(one -> one).orElse(first);
    }

    /// One step, under the settings that hold from it on.
    void play(Simulation simulation) {
        int next = simulation.step() + 1;
        understudied.forEach(one -> one.begins(next));
        List<Interventions.Branch> reached = options.interventions().branches().stream()
                .filter(branch -> branch.at() <= next && !branch.settings().isEmpty()).toList();
        if (reached.stream().anyMatch(branch -> branch.at() == next)) {
            var settings = new LinkedHashMap<>(options.settings());
            reached.forEach(branch -> settings.putAll(branch.settings()));
            World other = file.world(settings);
            simulation.live(other, gameMaster(other), new RuleRealiser(other));
        }
        simulation.play();
    }
}
