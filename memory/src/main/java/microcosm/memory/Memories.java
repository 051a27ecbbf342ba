package microcosm.memory;

import java.nio.file.Path;
import java.util.Optional;

import microcosm.models.Embedder;
import microcosm.worlds.World;

/// Makes memories.
public final class Memories {
    private Memories() {}

    /// Empty memories for a society that is about to be played, or played again from its recorded replies.
    ///
    /// @param run the run folder, which gets `index/` and `vectors/`; what stands in its index is discarded. Empty to keep everything in
    ///        heap
    /// @param clock of the world: says how many hours a step lasts
    /// @throws IllegalArgumentException if the regime has an unknown option or a value out of range
    public static Memory open(Optional<Path> run, World.Clock clock, World.MemoryRegime regime, Embedder embedder) {
        return new LuceneMemory(Settings.of(regime, clock), new Vectors(embedder));
    }
}
