package microcosm.cli;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import microcosm.worlds.WorldFile;

import static org.assertj.core.api.Assertions.assertThat;

/// A run that is killed without warning, anywhere, ends in the bytes of a run that never was.
@Tag("slow")
class KillTest {
    private static final int KILLS = 50;
    private static final String SHORT = "steps: winter_in,";
    private static final String LONG = "steps: 240,";

    @TempDir
    private static Path folder;
    private static Path world;
    private static Path whole;

    @BeforeAll
    static void play_a_long_winter_without_interruption() throws Exception {
        String shipped = WorldFile.shipped("weir-village").text();
        assertThat(shipped).contains(SHORT);
        world = folder.resolve("long-winter.world.md");
        Files.writeString(world, shipped.replace(SHORT, LONG));
        whole = folder.resolve("whole");
        assertThat(start(whole).waitFor()).isZero();
    }

    @Test
    void fifty_kills_spread_over_the_run_change_no_byte() throws Exception {
        long length = Files.size(trace(whole));
        int interrupted = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            Path runs = folder.resolve("killed-" + kill);
            interrupted += killOnceThereAre(length * kill / KILLS, runs) ? 1 : 0;
            if (kill % 2 == 1) {
                tearTheLastWrite(runs);
            }
            assertThat(start(runs).waitFor()).as("continued after kill " + kill).isZero();
            assertThat(Files.mismatch(trace(runs), trace(whole))).as("first other byte after kill " + kill)
                    .isEqualTo(-1);
        }
        assertThat(interrupted).as("kills that met a run under way").isGreaterThanOrEqualTo(KILLS * 4 / 5);
    }

    @Test
    void killed_again_and_again_the_run_still_ends_in_the_same_bytes() throws Exception {
        long length = Files.size(trace(whole));
        Path runs = folder.resolve("again");
        for (int kill = 1; kill <= 10; kill++) {
            killOnceThereAre(length * kill / 11, runs);
        }
        assertThat(start(runs).waitFor()).isZero();
        assertThat(Files.mismatch(trace(runs), trace(whole))).isEqualTo(-1);
    }

    /// @return whether the run was still going when it was killed
    private static boolean killOnceThereAre(long bytes, Path runs) throws Exception {
        Process process = start(runs);
        while (process.isAlive() && size(runs) <= bytes) {
            Thread.onSpinWait();
        }
        boolean alive = process.isAlive();
        process.destroyForcibly().waitFor(1, TimeUnit.MINUTES);
        return alive;
    }

    /// What a power cut does to a write that was under way.
    private static void tearTheLastWrite(Path runs) throws IOException {
        if (size(runs) > 1000) {
            try (var file = new RandomAccessFile(trace(runs).toFile(), "rw")) {
                file.setLength(file.length() - 333);
            }
        }
    }

    private static Process start(Path runs) throws IOException {
        var line = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
                "microcosm.cli.Main", "run", world.toString(), "--out", runs.toString()));
        return new ProcessBuilder(line).redirectErrorStream(true)
                .redirectOutput(folder.resolve("printed.txt").toFile()).start();
    }

    private static long size(Path runs) throws IOException {
        Path trace = trace(runs);
        return Files.exists(trace) ? Files.size(trace) : 0;
    }

    private static Path trace(Path runs) throws IOException {
        if (!Files.exists(runs)) {
            return runs.resolve("trace.jsonl");
        }
        try (Stream<Path> inside = Files.list(runs)) {
            return inside.filter(run -> run.getFileName().toString().startsWith("weir-village-")).findFirst()
                    .orElse(runs).resolve("trace.jsonl");
        }
    }
}
