package microcosm.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

import microcosm.memory.Cue;
import microcosm.memory.Memories;
import microcosm.memory.Memory;
import microcosm.memory.RuleReflection;
import microcosm.worlds.World;

import static microcosm.bench.Timing.alternate;
import static microcosm.bench.Timing.grouped;
import static microcosm.bench.Timing.inFolder;
import static microcosm.bench.Timing.ratio;

/// Recall, remembering and refreshing, against bare arrays and a peer's way in the same run.
public final class MemoryBenchmark implements Benchmark {
    private static final int LIMIT = 25;
    private static final World.Clock HOURS = new World.Clock("hour", 100_000, World.TurnOrder.SIMULTANEOUS, false);

    private final MadeUpLives lives = new MadeUpLives();

    @Override
    public String name() { return "memory"; }

    @Override
    public List<Row> measure(boolean full, Consumer<String> progress) {
        var rows = new ArrayList<Row>();
        Consumer<Row> told = row -> {
            rows.add(row);
            progress.accept("  " + row.name() + ": " + row.reached() + ", " + row.verdict());
        };
        deep(1, 1_000, 3, progress, told);
        deep(10, 10_000, 2, progress, told);
        deep(1, 100_000, 3, progress, told);
        broad(1_000, 100, progress, told);
        new MemorySteps(lives, told).measure(progress);
        if (full) {
            million(progress, told);
        }
        return List.copyOf(rows);
    }

    private static World.MemoryRegime regime(String... options) {
        var chosen = new LinkedHashMap<String, String>();
        for (int i = 0; i < options.length; i += 2) {
            chosen.put(options[i], options[i + 1]);
        }
        return new World.MemoryRegime("full", chosen);
    }

    private Memory memory(Path run, World.MemoryRegime regime) { return open(run, regime, lives); }

    static Memory open(Path run, MadeUpLives lives) { return open(run, regime(), lives); }

    private static Memory open(Path run, World.MemoryRegime regime, MadeUpLives lives) {
        return Memories.open(Optional.of(run), HOURS, regime, lives);
    }

    /// Few people who remember much.
    private void deep(int people, int memories, double goal, Consumer<String> progress, Consumer<Row> rows) {
        String size = people + " × " + grouped(memories);
        progress.accept("memory: " + size);
        inFolder(run -> {
            try (Memory memory = memory(run, regime("text", "0"))) {
                fill(memory, people, memories);
                var scan = new ArrayScan(lives, 0, memories, 0.995);
                var words = new WordLists(0, memories);
                int rounds = Math.max(30, 1_000_000 / memories);
                double[] medians = alternate(rounds,
                        i -> memory.recall("person-0", new Cue(MadeUpLives.sentence(i), memories), LIMIT),
                        i -> scan.best(lives.of(i), LIMIT), i -> scan.sorted(lives.of(i), LIMIT),
                        i -> words.scores(MadeUpLives.sentence(i)));
                rows.accept(Row.of("recall of 25, " + size, "within " + (int) goal + "× of an array scan",
                        ratio(medians[0], medians[1]), medians[0] <= goal * medians[1]));
                rows.accept(Row.of("recall of 25, " + size + ", a peer's way", "faster",
                        ratio(medians[0], medians[2]), medians[0] < medians[2]));
                withText(people, memories, size, medians[1] + medians[3], rounds, rows);
            }
        });
    }

    /// @param sum median of the two floors, in nanoseconds
    private void withText(int people, int memories, String size, double sum, int rounds, Consumer<Row> rows) {
        inFolder(run -> {
            double before;
            try (Memory memory = memory(run, regime())) {
                double added = fill(memory, people, memories);
                if (people > 1) {
                    rows.accept(additions(size, added, 5_000));
                }
                before = recalling(memory, memories, rounds);
                rows.accept(Row.of("recall of 25 with text match, " + size, "within 2× of array scan and word lists",
                        ratio(before, sum), before <= 2 * sum));
            }
            if (memories == 10_000) {
                try (Memory memory = Memories.restored(run, HOURS, regime(), lives, new RuleReflection(), _ -> {},
                        MemoryBenchmark::notAgain)) {
                    double after = recalling(memory, memories, rounds);
                    rows.accept(Row.of("recall of 25 after a restore, " + size,
                            "within 1.5× of before", ratio(after, before), after <= 1.5 * before));
                }
            }
        });
    }

    private static void notAgain(Memory memory) {
        throw new IllegalStateException("the index was written whole and is not taken");
    }

    private static double recalling(Memory memory, int memories, int rounds) {
        return alternate(rounds,
                i -> memory.recall("person-0", new Cue(MadeUpLives.sentence(i), memories), LIMIT))[0];
    }

    /// Many people who remember little.
    private void broad(int people, int memories, Consumer<String> progress, Consumer<Row> rows) {
        String size = grouped(people) + " × " + memories;
        progress.accept("memory: " + size);
        for (boolean text : new boolean[]{false, true}) {
            inFolder(run -> {
                try (Memory memory = memory(run, text ? regime() : regime("text", "0"))) {
                    double added = fill(memory, people, memories);
                    if (text) {
                        rows.accept(additions(size, added, 15_000));
                    }
                    int goal = text ? 3_000 : 10_000;
                    double median = recalling(memory, people, memories, 4_000);
                    rows.accept(Row.of("recalls of 25, " + size + (text ? " with text match" : ""),
                            "at least " + grouped(goal) + "/s", grouped((long) (1e9 / median)) + "/s",
                            1e9 / median >= goal));
                }
            });
        }
    }

    private static double recalling(Memory memory, int people, int memories, int rounds) {
        return alternate(rounds, i -> memory.recall(MadeUpLives.person(i * 7 % people),
                new Cue(MadeUpLives.sentence(i), memories), LIMIT))[0];
    }

    private void million(Consumer<String> progress, Consumer<Row> rows) {
        progress.accept("memory: 1,000 × 1,000");
        inFolder(run -> {
            try (Memory memory = memory(run, regime())) {
                double added = fill(memory, 1_000, 1_000);
                double median = recalling(memory, 1_000, 1_000, 2_000);
                System.gc();
                long used = mebibytes(Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
                long most = mebibytes(Runtime.getRuntime().maxMemory());
                rows.accept(Row.of("1,000,000 memories in one run", "in use under 1,024 MiB of heap",
                        grouped(used) + " MiB of at most " + grouped(most) + "; " + grouped((long) added)
                                + " additions/s; " + grouped((long) (1e9 / median)) + " recalls/s",
                        used < 1024));
            }
        });
    }

    private static long mebibytes(long bytes) { return bytes >> 20; }

    private static Row additions(String size, double each, int goal) {
        return Row.of("additions, " + size, "at least " + grouped(goal) + "/s", grouped((long) each) + "/s",
                each >= goal);
    }

    /// Everybody remembers one thing a step, and nobody does anything else.
    ///
    /// @return additions a second, words included where they count, and what is waited for the index
    private double fill(Memory memory, int people, int memories) {
        long begun = System.nanoTime();
        for (int step = 1; step <= memories; step++) {
            lives.live(memory, people, step);
            memory.stepped(step);
        }
        return (double) people * memories * 1e9 / (System.nanoTime() - begun);
    }
}
