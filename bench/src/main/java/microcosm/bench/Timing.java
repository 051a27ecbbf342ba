package microcosm.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.stream.Stream;

/// Taking turns, and medians.
final class Timing {
    private Timing() {}

    /// Several ways in turn, so that what disturbs one disturbs all.
    ///
    /// @return median of each, in nanoseconds, without the first third
    static double[] alternate(int rounds, IntConsumer... ways) {
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
        return Arrays.stream(times).mapToDouble(Timing::median).toArray();
    }

    static double median(double[] times) {
        double[] sorted = times.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    /// Works in a folder that is gone afterwards.
    static void inFolder(Consumer<Path> work) {
        try {
            Path folder = Files.createTempDirectory("microcosm-bench");
            try {
                work.accept(folder);
            } finally {
                try (Stream<Path> files = Files.walk(folder)) {
                    for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String ratio(double ours, double other) {
        return String.format(Locale.ROOT, "%.2f× (%.3f against %.3f ms)", ours / other, ours / 1e6, other / 1e6);
    }

    static String milliseconds(double nanoseconds) { return String.format(Locale.ROOT, "%.3f ms", nanoseconds / 1e6); }

    static String grouped(long number) { return String.format(Locale.ROOT, "%,d", number); }
}
