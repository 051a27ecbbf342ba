package microcosm.trace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SequencedMap;
import java.util.TreeMap;

/// Where everything about one run lies. It is a run folder from the moment its `world.md` stands in it.
///
/// @param path its name is [#name]
public record RunFolder(Path path) {
    /// Name in the manifest of the digest of `world.md`: SHA-256, hexadecimal.
    public static final String WORLD_DIGEST = "world";

    /// @throws TraceException if there is no run at `path`
    public static RunFolder at(Path path) {
        var folder = new RunFolder(path);
        if (!folder.exists()) {
            throw new TraceException(path.toString(), 0, "is not a run folder: it holds no world.md");
        }
        return folder;
    }

    /// The name of the run that begins so: two runs of equal name play the same.
    ///
    /// @return the world's id, a hyphen, and 12 hexadecimal digits of SHA-256 over world, seed and manifest
    public static String name(Event.Began began) { return name(began.world(), began.seed(), began.manifest()); }

    /// @param manifest in any order
    public static String name(String world, long seed, SequencedMap<String, String> manifest) {
        var out = new JsonText(LongTexts.NONE);
        out.string(world);
        out.raw(Long.toString(seed));
        new TreeMap<>(manifest).forEach((name, value) -> {
            out.string(name);
            out.string(value);
        });
        return world + "-" + Digest.hex(Digest.of(out.toString())).substring(0, 12);
    }

    /// The exact text that was played.
    public Path world() { return path.resolve("world.md"); }

    /// What decides the future, one event a line.
    public Path trace() { return path.resolve("trace.jsonl"); }

    /// Texts too long for a line of the trace, in the order of their first mention.
    public Path texts() { return path.resolve("texts.jsonl"); }

    /// One record per attempt on a model; never needed to replay.
    public Path calls() { return path.resolve("calls.jsonl"); }

    /// The journal of replies.
    public Path replies() { return path.resolve("replies").resolve("replies.jsonl"); }

    /// The templates models were asked with; only where models play.
    public Path prompts() { return path.resolve("prompts"); }

    /// Embeddings as inputs.
    public Path vectors() { return path.resolve("vectors"); }

    /// What only accompanied the run: [RunRecord].
    public Path record() { return path.resolve("run.json"); }

    public Path findings() { return path.resolve("findings.jsonl"); }

    public Path report() { return path.resolve("report.md"); }

    Path lock() { return path.resolve("lock"); }

    public boolean exists() { return Files.exists(world()); }

    /// Takes the run for writing; what does not exist yet is created, `world.md` last and by one rename.
    ///
    /// @param worldText the exact text to be played
    /// @throws TraceException if somebody else writes this run, or it was played with another text
    public RunLock lock(String worldText) {
        try {
            Files.createDirectories(replies().getParent());
            Files.createDirectories(vectors());
            RunLock lock = RunLock.take(this);
            try {
                placeWorld(worldText);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
            return lock;
        } catch (IOException e) {
            throw new UncheckedIOException(path + " cannot be created", e);
        }
    }

    private void placeWorld(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (!exists()) {
            Durable.replace(world(), bytes);
        } else if (!Arrays.equals(bytes, Files.readAllBytes(world()))) {
            throw new TraceException(world().toString(), 0, "is not the text to be played: one of the two was altered");
        }
    }
}
