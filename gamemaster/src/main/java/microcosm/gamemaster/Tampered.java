package microcosm.gamemaster;

import java.util.List;
import java.util.function.Supplier;

import microcosm.memory.Cue;
import microcosm.memory.Memory;
import microcosm.memory.Recollection;
import microcosm.memory.Remembrance;
import microcosm.trace.State;

/// A memory as interventions leave it: what was wiped does not come up, and whose memory is frozen remembers nothing new. Nothing is taken out of it.
final class Tampered implements Memory {
    /// How many are looked through for those that were not wiped.
    private static final int LOOKED_THROUGH = 10_000;

    private final Memory memory;
    private Supplier<State> now = () -> State.EMPTY;

    Tampered(Memory memory) { this.memory = memory; }

    /// From here on the state says what was done.
    void follow(Supplier<State> state) { now = state; }

    @Override
    public void remember(String person, Remembrance remembrance) {
        if (!Shocked.isFrozen(person, now.get())) {
            memory.remember(person, remembrance);
        }
    }

    @Override
    public List<Recollection> recall(String person, Cue cue, int limit) {
        int since = Shocked.forgotten(person, now.get());
        return since == 0
                ? memory.recall(person, cue, limit)
                : memory.recall(person, cue, LOOKED_THROUGH).stream().filter(one -> one.memory().step() >= since)
                        .limit(limit).toList();
    }

    @Override
    public List<Remembrance> all(String person) {
        int since = Shocked.forgotten(person, now.get());
        return memory.all(person).stream().filter(one -> since == 0 || one.step() >= since).toList();
    }

    @Override
    public void stepped(int step) { memory.stepped(step); }

    @Override
    public void close() { memory.close(); }
}
