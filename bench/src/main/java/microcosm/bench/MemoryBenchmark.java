package microcosm.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

import microcosm.memory.Cue;
import microcosm.memory.Memories;
import microcosm.memory.Memory;
import microcosm.memory.RuleReflection;
import microcosm.worlds.World;
import microcosm.worlds.WorldFile;

/// Recall, remembering and refreshing, against bare arrays and a peer's way in the same run.
public final class MemoryBenchmark implements Benchmark {
    private static final int LIMIT = 25;
    private static final World.Clock HOURS = new World.Clock("hour", 100_000, World.TurnOrder.SIMULTANEOUS, false);

    private final MadeUpLives lives = new MadeUpLives();
    private final List<Row> rows = new ArrayList<>();

    @Override
    public String name() { return "memory"; }

    @Override
    public synchronized List<Row> measure(boolean full, Consumer<String> progress) {
        rows.clear();
        deep(1, 1_000, 3, progress);
        deep(10, 10_000, 2, progress);
        deep(1, 100_000, 3, progress);
        broad(1_000, 100, progress);
        society(progress);
        if (full) {
            million(progress);
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

    private Memory memory(Path run, World.MemoryRegime regime) {
        return Memories.open(Optional.of(run), HOURS, regime, lives);
    }

    /// Few people who remember much.
    private void deep(int people, int memories, double goal, Consumer<String> progress) {
        String size = people + " × " + grouped(memories);
        progress.accept("memory: " + size);
        var plain = regime("text", "0");
        inFolder(run -> {
            try (Memory memory = memory(run, plain)) {
                Refreshes refresh = fill(memory, people, memories, size, people == 10 ? 5_000 : 0);
                if (memories * people >= 100_000) {
                    rows.add(Row.of("a step's refresh, " + size, "p50 under 50 ms", refresh.said(),
                            refresh.median() < 50e6));
                }
                var scan = new ArrayScan(lives, 0, memories, 0.995);
                var words = new WordLists(0, memories);
                int rounds = Math.max(40, 1_000_000 / memories);
                double[] medians = alternate(rounds,
                        i -> memory.recall("person-0", new Cue(MadeUpLives.sentence(i), memories), LIMIT),
                        i -> scan.best(lives.of(i), LIMIT), i -> scan.sorted(lives.of(i), LIMIT),
                        i -> words.scores(MadeUpLives.sentence(i)));
                rows.add(Row.of("recall of 25, " + size, "within " + (int) goal + "× of an array scan",
                        ratio(medians[0], medians[1]), medians[0] <= goal * medians[1]));
                rows.add(Row.of("recall of 25, " + size + ", a peer's way", "faster",
                        ratio(medians[0], medians[2]), medians[0] < medians[2]));
                withText(people, memories, size, medians[1] + medians[3], rounds);
            }
        });
    }

    /// @param sum median of the two floors, in nanoseconds
    private void withText(int people, int memories, String size, double sum, int rounds) {
        inFolder(run -> {
            double before;
            try (Memory memory = memory(run, regime())) {
                fill(memory, 1, memories, size, 0);
                before = recalling(memory, memories, rounds);
                rows.add(Row.of("recall of 25 with text match, " + (people > 1 ? "1 × " + grouped(memories) : size),
                        "within 2× of array scan and word lists", ratio(before, sum), before <= 2 * sum));
            }
            if (memories == 10_000) {
                try (Memory memory = Memories.restored(run, HOURS, regime(), lives, new RuleReflection(), _ -> {},
                        again -> fill(again, 1, memories, size, 0))) {
                    double after = recalling(memory, memories, rounds);
                    rows.add(Row.of("recall of 25 after a restore, 1 × " + grouped(memories),
                            "within 1.5× of before", ratio(after, before), after <= 1.5 * before));
                }
            }
        });
    }

    private static double recalling(Memory memory, int memories, int rounds) {
        return alternate(rounds,
                i -> memory.recall("person-0", new Cue(MadeUpLives.sentence(i), memories), LIMIT))[0];
    }

    /// Many people who remember little.
    private void broad(int people, int memories, Consumer<String> progress) {
        String size = grouped(people) + " × " + memories;
        progress.accept("memory: " + size);
        for (boolean text : new boolean[]{false, true}) {
            inFolder(run -> {
                try (Memory memory = memory(run, text ? regime() : regime("text", "0"))) {
                    fill(memory, people, memories, size, text ? 0 : 15_000);
                    int goal = text ? 3_000 : 10_000;
                    double median = alternate(4_000, i -> memory.recall(MadeUpLives.person(i * 7 % people),
                            new Cue(MadeUpLives.sentence(i), memories), LIMIT))[0];
                    rows.add(Row.of("recalls of 25, " + size + (text ? " with text match" : ""),
                            "at least " + grouped(goal) + "/s", grouped((long) (1e9 / median)) + "/s",
                            1e9 / median >= goal));
                }
            });
        }
    }

    /// Five people who remember five things a step and recall once in words, and 25 who remember four.
    private void society(Consumer<String> progress) {
        progress.accept("memory: societies of 5 and of 25");
        inFolder(run -> {
            try (Memory memory = memory(run, regime())) {
                double median = alternate(500, step -> {
                    for (int i = 0; i < 5; i++) {
                        lives.live(memory, 5, step * 5 + i);
                    }
                    for (int person = 0; person < 5; person++) {
                        memory.recall(MadeUpLives.person(person), new Cue(MadeUpLives.sentence(step), step), 5);
                    }
                    memory.stepped(step);
                })[0];
                rows.add(Row.of("a step of 5 people: 25 additions, 5 recalls", "p50 under 2 ms", milliseconds(median),
                        median < 2e6));
            }
        });
        inFolder(run -> {
            try (Memory memory = memory(run, regime())) {
                Refreshes refresh = fill(memory, 25, 4_000, "", 0);
                rows.add(Row.of("a step's refresh, 25 people", "p50 under 5 ms", refresh.said(),
                        refresh.median() < 5e6));
            }
        });
        endToEnd(progress);
    }

    /// A hundred people played as by `microcosm run`: reading, settling, the trace synced every step; once without memory, once with.
    private void endToEnd(Consumer<String> progress) {
        progress.accept("memory: a society of 100, with and without");
        int steps = 60;
        var without = new double[2];
        var with = new double[2];
        for (int round = 0; round < 2; round++) {
            without[round] = stepOf("none", steps);
            with[round] = stepOf("full", steps);
        }
        double before = Math.min(without[0], without[1]);
        double after = Math.min(with[0], with[1]);
        rows.add(Row.of("a step of 100 people end to end, with memory and three memories recalled before speaking",
                "within 2× of one without", String.format(Locale.ROOT, "%.2f× (%.1f against %.1f ms)", after / before,
                        after, before),
                after <= 2 * before));
    }

    /// @return milliseconds a step takes, the median of the second half
    private static double stepOf(String keep, int steps) {
        String page = Hamlets.world(100, steps, "shuffled").replaceFirst("game-master: rules",
                "game-master: rules\nmemory: " + keep).replace("\n- goal: ", "\n- policy: gossip\n- goal: ");
        var played = SocietyBenchmark.play(WorldFile.of("hamlets.world.md", page));
        return played.median(steps / 2, steps);
    }

    private void million(Consumer<String> progress) {
        progress.accept("memory: 1,000 × 1,000");
        inFolder(run -> {
            try (Memory memory = memory(run, regime())) {
                Refreshes refresh = fill(memory, 1_000, 1_000, "1,000 × 1,000", 0);
                double median = alternate(2_000, i -> memory.recall(MadeUpLives.person(i * 7 % 1_000),
                        new Cue(MadeUpLives.sentence(i), 1_000), LIMIT))[0];
                System.gc();
                long used = mebibytes(Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
                long most = mebibytes(Runtime.getRuntime().maxMemory());
                rows.add(Row.of("1,000,000 memories in one run", "in use under 1,024 MiB of heap",
                        grouped(used) + " MiB of at most " + grouped(most) + "; " + grouped((long) (1e9 / median))
                                + " recalls/s; refresh " + refresh.said(),
                        used < 1024));
            }
        });
    }

    private static long mebibytes(long bytes) { return bytes >> 20; }

    /// @param goal additions a second to reach; 0 for no row
    private Refreshes fill(Memory memory, int people, int memories, String size, int goal) {
        var refreshes = new double[memories];
        long begun = System.nanoTime();
        for (int step = 1; step <= memories; step++) {
            lives.live(memory, people, step);
            long before = System.nanoTime();
            memory.stepped(step);
            refreshes[step - 1] = System.nanoTime() - before;
        }
        double each = (double) people * memories * 1e9 / (System.nanoTime() - begun);
        if (goal > 0) {
            rows.add(Row.of("additions, " + size, "at least " + grouped(goal) + "/s", grouped((long) each) + "/s",
                    each >= goal));
        }
        return new Refreshes(refreshes, people * memories / Memories.TAIL);
    }

    /// @param nanoseconds of each step
    /// @param written in how many of them the index was written; in the others what is new stays in heap
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Refreshes(double[] nanoseconds, int written) {
        double median() { return MemoryBenchmark.median(nanoseconds); }

        String said() {
            double[] sorted = nanoseconds.clone();
            Arrays.sort(sorted);
            int most = Math.min(sorted.length, Math.max(1, written));
            return milliseconds(median()) + "; where the index is written, p50 "
                    + milliseconds(sorted[sorted.length - 1 - most / 2]) + ", most "
                    + milliseconds(sorted[sorted.length - 1]);
        }
    }

    /// Several ways in turn, so that what disturbs one disturbs all.
    ///
    /// @return median of each, in nanoseconds, without the first third
    private static double[] alternate(int rounds, IntConsumer... ways) {
        var times = new double[ways.length][rounds];
        int warm = rounds / 2;
        for (int round = -warm; round < rounds; round++) {
            for (int way = 0; way < ways.length; way++) {
                long before = System.nanoTime();
                ways[way].accept(round + warm);
                if (round >= 0) {
                    times[way][round] = System.nanoTime() - before;
                }
            }
        }
        return Arrays.stream(times).mapToDouble(MemoryBenchmark::median).toArray();
    }

    private static double median(double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static void inFolder(Consumer<Path> work) {
        try {
            Path folder = Files.createTempDirectory("microcosm-bench");
            try {
                work.accept(folder);
            } finally {
                try (Stream<Path> files = Files.walk(folder)) {
                    for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String ratio(double ours, double other) {
        return String.format(Locale.ROOT, "%.2f× (%.3f against %.3f ms)", ours / other, ours / 1e6, other / 1e6);
    }

    private static String milliseconds(double nanoseconds) {
        return String.format(Locale.ROOT, "%.3f ms", nanoseconds / 1e6);
    }

    private static String grouped(long number) { return String.format(Locale.ROOT, "%,d", number); }
}
