package microcosm.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import microcosm.gamemaster.Interventions;
import microcosm.gamemaster.Outcome;
import microcosm.gamemaster.Rounds;
import microcosm.gamemaster.Run;
import microcosm.gamemaster.RunOptions;
import microcosm.trace.Event;
import microcosm.trace.RunRecord;
import microcosm.worlds.WorldFile;

/// Runs of one world with seeds 1, 2, 3 …, and the numbers each gives: its measures at their last value, and its benchmarks.
final class Plays {
    private Plays() {}

    /// @return one for each seed, in order, however many were played at once; of a tournament one of all
    static List<Map<String, Double>> all(WorldFile file, SequencedMap<String, String> settings, boolean fast,
            int runs) {
        if (Tournament.is(settings)) {
            return List.of(Tournament.play(file, settings, runs));
        }
        return LongStream.rangeClosed(1, runs).parallel().mapToObj(seed -> fast
                ? Rounds.play(file.world(settings), seed)
                : inFull(file, settings, seed)).toList();
    }

    /// As `microcosm run` plays it, into a folder that is thrown away.
    private static Map<String, Double> inFull(WorldFile file, SequencedMap<String, String> settings, long seed) {
        var numbers = new LinkedHashMap<String, Double>();
        try {
            Path folder = Files.createTempDirectory("microcosm-replicate");
            try {
                Outcome outcome = Run.play(file,
                        new RunOptions(settings, seed, Optional.empty(), 1, Interventions.NONE), folder,
                        () -> new RunRecord.Sitting("replicate", BigDecimal.ZERO, "", "", "", "",
                                RunRecord.Totals.NONE),
                        (event, _) -> {
                            if (event instanceof Event.Benchmarked(var _, String name, BigDecimal value)) {
                                numbers.put(name, value.doubleValue());
                            }
                        });
                outcome.record().measures().forEach((name, value) -> numbers.put(name, value.doubleValue()));
                numbers.put("steps", (double) outcome.record().steps());
            } finally {
                delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return numbers;
    }

    static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
