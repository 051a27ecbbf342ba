package microcosm.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

import microcosm.memory.Cue;
import microcosm.memory.Memories;
import microcosm.memory.Memory;
import microcosm.memory.Recollection;
import microcosm.worlds.World;

/// Recall beside its floor, and additions, with each way in a process of its own. The rows that are held to goals are those of
/// `microcosm bench memory`; this is to look closer at one of them.
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
@State(Scope.Thread)
public class MemoryHarness {
    private static final int LIMIT = 25;
    private static final World.Clock HOURS = new World.Clock("hour", 100_000, World.TurnOrder.SIMULTANEOUS, false);

    @Param({"1000", "10000"})
    public int memories;

    private final MadeUpLives lives = new MadeUpLives();
    private Memory related;
    private Memory worded;
    private Memory growing;
    private ArrayScan scan;
    private int round;

    @Setup(Level.Trial)
    public void live() {
        related = memory("0");
        worded = memory("1");
        growing = memory("1");
        for (int step = 1; step <= memories; step++) {
            lives.live(related, 1, step);
            lives.live(worded, 1, step);
            related.stepped(step);
            worded.stepped(step);
        }
        scan = new ArrayScan(lives, 0, memories, 0.995);
    }

    private Memory memory(String text) {
        var options = new LinkedHashMap<String, String>();
        options.put("text", text);
        return Memories.open(Optional.empty(), HOURS, new World.MemoryRegime("full", options), lives);
    }

    @TearDown(Level.Trial)
    public void close() {
        related.close();
        worded.close();
        growing.close();
    }

    @Benchmark
    public int[] floor() { return scan.best(lives.of(round++), LIMIT); }

    @Benchmark
    public List<Recollection> recall() { return recall(related); }

    @Benchmark
    public List<Recollection> recallWithTextMatch() { return recall(worded); }

    private List<Recollection> recall(Memory memory) {
        return memory.recall("person-0", new Cue(MadeUpLives.sentence(round++), memories), LIMIT);
    }

    /// A step in which 25 people remember one thing each.
    @Benchmark
    public void step() {
        lives.live(growing, 25, ++round);
        growing.stepped(round);
    }
}
