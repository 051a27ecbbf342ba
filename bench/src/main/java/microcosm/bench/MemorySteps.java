package microcosm.bench;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Consumer;

import microcosm.memory.Cue;
import microcosm.memory.Memories;
import microcosm.memory.Memory;
import microcosm.worlds.WorldFile;

import static microcosm.bench.Timing.alternate;
import static microcosm.bench.Timing.grouped;
import static microcosm.bench.Timing.inFolder;
import static microcosm.bench.Timing.milliseconds;

/// What memory costs a society a step.
final class MemorySteps {
    private static final int STEPS = 1_000;
    /// In every so many steps of these everybody recalls: what is measured is the step, not the recall.
    private static final int RECALLED = 4;

    private final MadeUpLives lives;
    private final Consumer<Row> rows;

    MemorySteps(MadeUpLives lives, Consumer<Row> rows) {
        this.lives = lives;
        this.rows = rows;
    }

    void measure(Consumer<String> progress) {
        progress.accept("memory: a step of 5 people");
        five();
        progress.accept("memory: refreshes at 100,000 memories");
        refresh(25, 4, 5);
        refresh(10, 10, 50);
        progress.accept("memory: a society of 100, with and without");
        endToEnd();
    }

    /// Five people who remember five things a step and recall once in words.
    private void five() {
        inFolder(run -> {
            try (Memory memory = MemoryBenchmark.open(run, lives)) {
                double median = alternate(500, step -> {
                    live(memory, 5, 5, step, 5);
                    memory.stepped(step);
                })[0];
                rows.accept(Row.of("a step of 5 people: 25 additions, 5 recalls", "p50 under 2 ms",
                        milliseconds(median), median < 2e6));
            }
        });
    }

    /// Everybody remembers a few things and recalls once.
    private void live(Memory memory, int people, int things, int step, int limit) {
        remember(memory, people, things, step);
        recall(memory, people, things, step, limit);
    }

    private void remember(Memory memory, int people, int things, int step) {
        for (int i = 0; i < things; i++) {
            lives.live(memory, people, step * things + i);
        }
    }

    private static void recall(Memory memory, int people, int things, int step, int limit) {
        for (int person = 0; person < people; person++) {
            memory.recall(MadeUpLives.person(person), new Cue(MadeUpLives.sentence(step), step * things), limit);
        }
    }

    /// How long a step waits for the index, over the steps in which it does anything: each batch begins in one and is taken over in
    /// another. They are the longest of all.
    ///
    /// @param goal in milliseconds, for their median
    private void refresh(int people, int things, int goal) {
        inFolder(run -> {
            try (Memory memory = MemoryBenchmark.open(run, lives)) {
                var waits = new double[STEPS];
                for (int step = 1; step <= STEPS; step++) {
                    remember(memory, people, things, step);
                    if (step % RECALLED == 0) {
                        recall(memory, people, things, step, 5);
                    }
                    long before = System.nanoTime();
                    memory.stepped(step);
                    waits[step - 1] = System.nanoTime() - before;
                }
                double all = Timing.median(waits);
                Arrays.sort(waits);
                int writing = 2 * (people * things * STEPS / Memories.TAIL);
                double median = waits[STEPS - 1 - writing / 2];
                rows.accept(Row.of("a step's refresh, " + people + " people × " + grouped((long) things * STEPS)
                        + " memories, where the index is written", "p50 under " + goal + " ms",
                        milliseconds(median) + " (" + writing + " steps, at most " + milliseconds(waits[STEPS - 1])
                                + "; of all steps " + milliseconds(all) + ")",
                        median < goal * 1e6));
            }
        });
    }

    /// A hundred people played as by `microcosm run`: reading, settling, the trace synced every step; once without memory, once with.
    private void endToEnd() {
        int steps = 60;
        var without = new double[2];
        var with = new double[2];
        for (int round = 0; round < 2; round++) {
            without[round] = stepOf("none", steps);
            with[round] = stepOf("full", steps);
        }
        double before = Math.min(without[0], without[1]);
        double after = Math.min(with[0], with[1]);
        rows.accept(Row.of("a step of 100 people end to end, with memory and three memories recalled before speaking",
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
}
