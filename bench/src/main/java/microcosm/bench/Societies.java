package microcosm.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;

import microcosm.audit.Importers;
import microcosm.audit.Run;
import microcosm.gamemaster.Interventions;
import microcosm.gamemaster.Listener;
import microcosm.gamemaster.RunOptions;
import microcosm.trace.RunRecord;
import microcosm.worlds.WorldFile;

/// Societies of people who act by rules, played and read back as anybody's transcript would be.
final class Societies {
    private Societies() {}

    /// Plays a world with seeds from `first` on, `count` of them.
    ///
    /// @return one run for each seed, in order, however many were played at once
    static List<Run> runs(WorldFile world, long first, int count) {
        return LongStream.range(first, first + count).parallel().mapToObj(seed -> run(world, seed)).toList();
    }

    private static Run run(WorldFile world, long seed) {
        try {
            Path folder = Files.createTempDirectory("microcosm-society");
            try {
                microcosm.gamemaster.Run.play(world,
                        new RunOptions(new LinkedHashMap<>(), seed, Optional.empty(), 1, Interventions.NONE), folder,
                        () -> new RunRecord.Sitting("bench", BigDecimal.ZERO, "", "", "", "",
                                RunRecord.Totals.NONE),
                        Listener.NOBODY);
                List<Run> runs = new ArrayList<>();
                Importers.read(List.of(folder), Optional.empty(), new LinkedHashMap<>(), false).forEach(runs::add);
                return runs.getFirst();
            } finally {
                Plays.delete(folder);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
