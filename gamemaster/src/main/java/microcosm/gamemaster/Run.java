package microcosm.gamemaster;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Consumer;

import microcosm.memory.Memories;
import microcosm.memory.Memory;
import microcosm.memory.RuleReflection;
import microcosm.models.Embedder;
import microcosm.models.Embedders;
import microcosm.models.ModelException;
import microcosm.speech.Setting;
import microcosm.trace.Event;
import microcosm.trace.EventId;
import microcosm.trace.RunFolder;
import microcosm.trace.RunLock;
import microcosm.trace.RunRecord;
import microcosm.trace.Seed;
import microcosm.trace.Trace;
import microcosm.trace.TraceException;
import microcosm.trace.TraceWriter;
import microcosm.worlds.World;
import microcosm.worlds.WorldFile;

/// Plays a world into a run folder, or what is missing of it.
///
/// A run that was interrupted is played again from its start: what the file holds is compared, not written, and nothing is asked of
/// anybody twice; from the first step it does not hold, it is written. So there is no second way of restoring a society that could differ
/// from living it.
public final class Run {
    private final Stage stage;
    private final World world;
    private final RunOptions options;
    private final Listener listener;

    private Run(WorldFile file, RunOptions options, Listener listener) {
        stage = new Stage(file, options);
        world = stage.world();
        this.options = options;
        this.listener = listener;
    }

    /// Plays as far as `options` say, or not at all if it has been played that far.
    ///
    /// @param runs the folder in which the run's folder lies, or is made
    /// @throws microcosm.worlds.WorldException if the world cannot be played with these settings
    /// @throws TraceException if the run is being written by somebody else, or what is there was altered
    public static Outcome play(WorldFile file, RunOptions options, Path runs, Sittings sittings, Listener listener) {
        return play(file, options, runs, sittings, Switchboard.NONE, listener);
    }

    /// As above, with models.
    ///
    /// @return what came of it; where a model could not be reached or a budget is spent, it says so, and the same call continues
    /// @throws microcosm.models.ModelSetupException if a model cannot be asked from here
    public static Outcome play(WorldFile file, RunOptions options, Path runs, Sittings sittings,
            Switchboard switchboard, Listener listener) {
        return new Run(file, options, listener).play(file.text(), runs, sittings, switchboard, Optional.empty());
    }

    /// As above, with what the beginning of a run has bought that this one shares: vectors, and replies.
    static Outcome fork(RunFolder parent, WorldFile file, RunOptions options, Path runs, Sittings sittings,
            Switchboard switchboard, Listener listener) {
        return new Run(file, options, listener).play(file.text(), runs, sittings, switchboard, Optional.of(parent));
    }

    /// @return everybody who would be cast, in cast order
    public static List<Setting.Named> people(World world, long seed) {
        return new Society(new Casting(world, new Seed(seed)).people()).named();
    }

    /// Plays a run again from its own record, and writes nothing.
    ///
    /// @return the first difference, in words; empty when every byte is the same
    public static Optional<String> replay(RunFolder folder, int concurrency) {
        return again(Played.of(folder), concurrency).compare(folder, () -> {}, Listener.NOBODY);
    }

    /// Plays a run again, and compares what memories came up with what the trace says came up, scores included. Writes nothing.
    public static Recomputed recompute(RunFolder folder, int concurrency) {
        try (var recalls = new Recalls(folder)) {
            Optional<String> difference = again(Played.of(folder), concurrency).compare(folder, recalls::stepped,
                    recalls);
            return new Recomputed(recalls.same(), difference);
        }
    }

    /// What came of recomputing.
    ///
    /// @param recalls how many were the same
    /// @param difference the first, in words; empty when every byte of the trace is the same
    public record Recomputed(long recalls, Optional<String> difference) {}

    /// Has what was remembered and believed at the end of a step. Nothing of the run is changed but the index of its memories, a cache.
    ///
    /// @param step a complete one, from 0
    /// @param warnings told in words when the index cannot be used and is made again
    /// @param use given the memories, and a society in which everybody was cast; beliefs that changed since then are in the trace
    /// @throws TraceException if the run cannot be repeated here
    /// @param switchboard by which models are asked what they were not asked in the run; nothing of it is kept
    static <T> T after(RunFolder folder, int step, Switchboard switchboard, Consumer<String> warnings,
            BiFunction<Memory, Simulation, T> use) {
        Played played = Played.of(folder);
        Run run = again(played, 1);
        Trace trace = Trace.of(folder);
        boolean indexed = trace.finished() && step == trace.steps() - 1 && !played.options().asks();
        try (Memory own = run.memoryAgain(folder);
                Staff staff = Staff.aside(run.options, folder, switchboard)) {
            Simulation simulation = run.repeat(folder, indexed ? 0 : step, own, staff);
            if (!indexed) {
                return use.apply(own, simulation);
            }
            try (Memory memory = Memories.restored(folder.path(), run.world.clock(), run.world.memory(),
                    embedder(folder, played.began(), warnings), new RuleReflection(), warnings,
                    empty -> run.repeat(folder, step, empty, staff))) {
                return use.apply(memory, simulation);
            }
        }
    }

    /// What somebody's model was asked, exactly, with the event each part came from. The run is played again as far as that.
    ///
    /// @param reply id of a reply of a model
    /// @return empty where that is no reply of a model
    /// @throws TraceException if the run cannot be repeated here
    public static Optional<Asked> asked(RunFolder folder, EventId reply) {
        Run run = again(Played.of(folder), 1);
        var witness = new Asked.One(reply.toString());
        try (Memory memory = run.memoryAgain(folder);
                Staff staff = Staff.recorded(run.options, folder, witness);
                TraceWriter writer = TraceWriter.comparing(folder, Engine.folds(run.world))) {
            Simulation simulation = run.stage.simulation(Played.of(folder).began(), memory, staff, run.listener);
            write(simulation, writer);
            while (writer.comparing() && !simulation.over() && simulation.step() < reply.step()) {
                run.stage.play(simulation);
                write(simulation, writer);
                memory.stepped(simulation.step());
            }
        }
        return witness.question();
    }

    private static Run again(Played played, int concurrency) {
        var options = new RunOptions(played.options().settings(), played.began().seed(), Optional.empty(), concurrency,
                played.options().interventions(), played.options().minds());
        return new Run(played.file(), options, Listener.NOBODY);
    }

    /// Plays the first steps of a run again, comparing them with its trace.
    private Simulation repeat(RunFolder folder, int last, Memory memory, Staff staff) {
        try (TraceWriter writer = TraceWriter.comparing(folder, Engine.folds(world))) {
            Simulation simulation = stage.simulation(Played.of(folder).began(), memory, staff, listener);
            write(simulation, writer);
            while (simulation.step() < last) {
                stage.play(simulation);
                write(simulation, writer);
                memory.stepped(simulation.step());
            }
            return simulation;
        }
    }

    private Outcome play(String text, Path runs, Sittings sittings, Switchboard switchboard,
            Optional<RunFolder> parent) {
        // A fork compares memories as its parent did, whatever is here now.
        String compared = parent.map(other -> Played.of(other).began().manifest().get(Manifest.EMBEDDER))
                .orElseGet(() -> Engine.embedder(world, options.minds(), Embedders.names()));
        var began = new Event.Began(new EventId(0, 0, EventId.GAME_MASTER, 1), world.id(), world.title(),
                options.seed(),
                Manifest.of(world, options.interventions(), options.minds(), compared));
        var folder = new RunFolder(runs.resolve(RunFolder.name(began)));
        // Nothing is made where it is not here.
        Embedders.named(compared, listener::warned);
        Engine.advice(world, options.minds(), compared).ifPresent(listener::warned);
        Engine.unwritten(world, options.minds()).forEach(listener::warned);
        try (RunLock lock = folder.lock(text);
                TraceWriter writer = TraceWriter.open(lock, Engine.folds(world));
                var scribe = new Scribe(writer)) {
            int already = Math.max(0, writer.held().steps() - 1);
            Optional<RunRecord> before = RunRecord.read(folder);
            if (before.isPresent()
                    && (writer.held().finished() || already >= options.steps().orElse(Integer.MAX_VALUE))) {
                return new Outcome(folder, already, before.get(), Optional.empty());
            }
            parent.ifPresent(other -> Memories.adopt(other.path(), folder.path()));
            try (Staff staff = Staff.playing(options, lock, switchboard, parent, compared);
                    Memory memory = memory(folder, staff.embedder(compared, listener::warned))) {
                var record = new Recording(lock, scribe, before, world, options.seed(), sittings, staff);
                try {
                    Simulation simulation = stage.simulation(began, memory, staff, record.and(listener));
                    scribe.write(simulation.events());
                    record.note(simulation);
                    int noted = 1;
                    while (!simulation.over() && simulation.step() < options.steps().orElse(Integer.MAX_VALUE)) {
                        stage.play(simulation);
                        scribe.write(simulation.events());
                        memory.stepped(simulation.step());
                        record.complete(simulation);
                        if (simulation.step() == noted) {
                            noted *= 2;
                            record.note(simulation);
                        }
                    }
                    return new Outcome(folder, already, record.note(simulation), Optional.empty());
                } catch (ModelException failure) {
                    return new Outcome(folder, already, record.note(failure), Optional.of(failure));
                }
            }
        }
    }

    /// @param stepped called when a step has been played again, before it is compared
    private Optional<String> compare(RunFolder folder, Runnable stepped, Listener watching) {
        try (TraceWriter writer = TraceWriter.comparing(folder, Engine.folds(world));
                Memory memory = memoryAgain(folder);
                Staff staff = Staff.recorded(options, folder, Asked.Witness.NOBODY)) {
            Simulation simulation = stage.simulation(Played.of(folder).began(), memory, staff, watching);
            write(simulation, writer);
            while (writer.comparing() && !simulation.over()) {
                stage.play(simulation);
                stepped.run();
                write(simulation, writer);
                memory.stepped(simulation.step());
            }
            return Optional.empty();
        } catch (TraceException difference) {
            return Optional.of(difference.file() + (difference.line() == 0 ? "" : ":" + difference.line()) + ": "
                    + difference.problem());
        }
    }

    private Memory memory(RunFolder folder, Embedder embedder) {
        return Memories.open(Optional.of(folder.path()), world.clock(), world.memory(), embedder, new RuleReflection(),
                listener::warned);
    }

    private Memory memoryAgain(RunFolder folder) {
        return Memories.again(folder.path(), world.clock(), world.memory(),
                embedder(folder, Played.of(folder).began(), listener::warned));
    }

    private static Embedder embedder(RunFolder folder, Event.Began began, Consumer<String> warnings) {
        return Memories.embedder(folder.path(), began.manifest().getOrDefault(Manifest.EMBEDDER, Embedders.USUAL),
                warnings);
    }

    private static void write(Simulation simulation, TraceWriter writer) {
        simulation.events().forEach(writer::record);
    }
}
