package microcosm.gamemaster;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

import microcosm.models.BudgetException;
import microcosm.models.ModelException;
import microcosm.trace.Event;
import microcosm.trace.RunLock;
import microcosm.trace.RunRecord;
import microcosm.trace.Signature;
import microcosm.trace.State;
import microcosm.worlds.World;

/// Keeps what `run.json` says.
final class Recording implements Listener {
    private final RunLock lock;
    private final Scribe scribe;
    private final List<RunRecord.Sitting> before;
    private final List<Signature> signatures;
    private final World world;
    private final long seed;
    private final Sittings sittings;
    private final Staff staff;
    private SequencedMap<String, BigDecimal> measures = new LinkedHashMap<>();
    private long events;
    private Complete complete = new Complete(0, 0, 0, new LinkedHashMap<>());

    /// As things stood when a step was over.
    private record Complete(int step, long events, int people, SequencedMap<String, BigDecimal> measures) {}

    Recording(RunLock lock, Scribe scribe, Optional<RunRecord> before, World world, long seed,
            Sittings sittings, Staff staff) {
        this.lock = lock;
        this.scribe = scribe;
        this.before = before.map(RunRecord::sittings).orElse(List.of());
        signatures = before.map(RunRecord::signatures).orElse(List.of());
        this.world = world;
        this.seed = seed;
        this.sittings = sittings;
        this.staff = staff;
    }

    Listener and(Listener other) {
        return (event, after) -> {
            happened(event, after);
            other.happened(event, after);
        };
    }

    @Override
    public void happened(Event event, State after) {
        events++;
        if (event instanceof Event.Measured measured) {
            measures.put(measured.measure(), measured.value());
        } else if (event instanceof Event.Refused refused && refused.causes().isEmpty()) {
            measures.remove(refused.what());
        }
    }

    void complete(Simulation simulation) {
        complete = new Complete(simulation.step(), events, simulation.state().people().size(),
                new LinkedHashMap<>(measures));
    }

    RunRecord note(Simulation simulation) {
        complete(simulation);
        return note(simulation.over() ? RunRecord.Status.FINISHED : RunRecord.Status.STOPPED);
    }

    /// The step in which it happened was not completed and counts for nothing.
    RunRecord note(ModelException failure) {
        return note(failure instanceof BudgetException ? RunRecord.Status.STOPPED : RunRecord.Status.FAILED);
    }

    private RunRecord note(RunRecord.Status status) {
        RunRecord.Sitting now = sittings.now();
        var sitting = new RunRecord.Sitting(now.began(), now.wallSeconds(), now.host(), now.jdk(), now.system(),
                now.engine(), now.totals().plus(staff.totals()));
        String run = lock.folder().path().getFileName().toString();
        String head = scribe.await().head();
        var record = new RunRecord(run, world.id(), seed, status,
                complete.step(), complete.events(), head, complete.people(), complete.measures(),
                RunRecord.with(before, sitting), sittings.signer()
                        .map(key -> key.after(signatures, run, complete.events(), head))
                        .orElse(signatures));
        record.write(lock);
        return record;
    }
}
