package microcosm.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

import microcosm.worlds.WorldFile;

/// What an author waits for: reading a page strictly, and bringing it into its layout. The first row is taken with a cold JVM, as `microcosm
/// check` is, if this benchmark is the first or only one asked for.
public final class WorldsBenchmark implements Benchmark {
    /// People enough for a page of over 10,000 lines.
    private static final int LARGE = 1_500;

    @Override
    public String name() { return "worlds"; }

    @Override
    public List<Row> measure(boolean full, Consumer<String> progress) {
        var rows = new ArrayList<Row>();
        String large = Hamlets.world(LARGE, 10, "shuffled");
        long lines = large.lines().count();
        progress.accept("worlds: " + lines + " lines");
        double first = check(large);
        rows.add(new Row("check of %,d lines, the first in this JVM".formatted(lines), "under 1 s",
                "%.2f s".formatted(first), first < 1 ? Row.Verdict.HOLDS : Row.Verdict.MISSES));
        double best = first;
        for (int round = 0; round < 5; round++) {
            best = Math.min(best, check(large));
        }
        String small = Hamlets.world(LARGE / 10, 10, "shuffled");
        double tenth = check(small);
        for (int round = 0; round < 20; round++) {
            tenth = Math.min(tenth, check(small));
        }
        double growth = best / tenth;
        rows.add(Row.of("the same again, against a tenth of the lines", "at most 20×",
                "%.1f× (%.0f ms)".formatted(growth, best * 1000), growth <= 20));
        return rows;
    }

    /// @return seconds
    private static double check(String text) {
        long from = System.nanoTime();
        int problems = WorldFile.of("hamlets.world.md", text).check().size();
        double seconds = (System.nanoTime() - from) / 1e9;
        if (problems > 0) {
            throw new IllegalStateException("the generated world has %d problems".formatted(problems));
        }
        return seconds;
    }
}
