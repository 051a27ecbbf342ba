package microcosm.memory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import microcosm.models.CachedEmbedder;
import microcosm.models.Embedder;
import microcosm.models.Embedders;
import microcosm.worlds.World;

/// Makes memories.
public final class Memories {
    private static final String VECTORS = "vectors";
    private static final int TEXTS_CACHED = 4096;
    /// How many memories, of everybody together, stay in heap before they go into the index; more where most of them are soon forgotten.
    public static final int TAIL = 4096;
    /// Where little is kept of each person, most of it would be forgotten before it paid to index it.
    private static final int TAIL_WHERE_FORGOTTEN = 1 << 16;

    private Memories() {}

    /// As below, with insights by rule, and nobody told of warnings.
    public static Memory open(Optional<Path> run, World.Clock clock, World.MemoryRegime regime, Embedder embedder) {
        return open(run, clock, regime, embedder, new RuleReflection(), Memories::unheard);
    }

    private static void unheard(String warning) {}

    /// Empty memories for a run that is played again to be compared. Nothing is written; vectors come from those the run kept.
    public static Memory again(Path run, World.Clock clock, World.MemoryRegime regime, Embedder embedder) {
        var settings = Settings.of(regime, clock);
        return empty(IndexHome.of(Optional.empty(), settings, embedder.name()), settings,
                new Vectors(cached(embedder), read(run, settings, embedder, Memories::unheard)), new RuleReflection());
    }

    /// @return the embedder of a run that was played: where it is not here, one that has the dimensions of the vectors that the run kept
    /// @throws microcosm.models.ModelSetupException if it is not here and the run kept none
    public static Embedder embedder(Path run, String name, Consumer<String> warnings) {
        return Embedders.recorded(name, VectorFile.dimensions(run.resolve(VECTORS), name), warnings);
    }

    /// Gives a run that shares another's beginning the vectors that were bought for it.
    public static void adopt(Path from, Path run) {
        Path folder = from.resolve(VECTORS);
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            Files.createDirectories(run.resolve(VECTORS));
            for (Path file : files.sorted().toList()) {
                Path own = run.resolve(VECTORS).resolve(file.getFileName());
                if (!Files.exists(own)) {
                    Files.copy(file, own);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Empty memories for a society that is about to be played, or played again from its recorded replies.
    ///
    /// @param run the run folder, which gets `index/` once there is much to remember, and `vectors/` where the embedder is not exact;
    ///        an index that stands there is discarded. Empty to keep everything in heap
    /// @param clock of the world: says how many hours a step lasts
    /// @param reflection asked when summed importance reaches what the regime says, if it says so
    /// @param warnings told in words when something that was kept cannot be used and is made again
    /// @throws IllegalArgumentException if the regime has an unknown option or a value out of range
    public static Memory open(Optional<Path> run, World.Clock clock, World.MemoryRegime regime, Embedder embedder,
            Reflection reflection, Consumer<String> warnings) {
        var settings = Settings.of(regime, clock);
        var home = IndexHome.of(run, settings, embedder.name());
        clear(home);
        Optional<VectorFile> kept = kept(settings, embedder)
                ? run.map(folder -> VectorFile.open(folder.resolve(VECTORS), embedder.name(), embedder.dimensions(),
                        warnings))
                : Optional.empty();
        return empty(home, settings, new Vectors(cached(embedder), kept), reflection);
    }

    /// The memories of a run that was played, to ask what somebody remembers. Taken from the run's index where it is whole, was made by
    /// this version, with this regime and embedder, and from the trace as it stands; else made again.
    ///
    /// Vectors are those the run kept, and no others are kept.
    ///
    /// @param again remembers everything that the trace says was remembered, in order
    /// @param warnings told in words why an index was not used; a run without one needs no words
    public static Memory restored(Path run, World.Clock clock, World.MemoryRegime regime, Embedder embedder,
            Reflection reflection, Consumer<String> warnings, Consumer<Memory> again) {
        var settings = Settings.of(regime, clock);
        var home = IndexHome.of(Optional.of(run), settings, embedder.name());
        if (home.exists()) {
            LuceneMemory memory = reading(run, home, settings, embedder, reflection, warnings);
            Optional<String> fault = restore(home, settings, memory);
            if (fault.isEmpty()) {
                return memory;
            }
            memory.close();
            warnings.accept("memory index of " + run.getFileName() + " is made again: " + fault.get());
        }
        clear(home);
        Memory memory = reading(run, home, settings, embedder, reflection, warnings);
        again.accept(memory);
        return memory;
    }

    /// @return why the index cannot be used; empty if it was
    static Optional<String> restore(IndexHome home, Settings settings, LuceneMemory memory) {
        Shelf shelf = null;
        try {
            shelf = home.existing(settings.capacity() < Integer.MAX_VALUE);
            Map<String, String> about = shelf.reopen();
            for (Map.Entry<String, String> expected : home.about().entrySet()) {
                String found = about.getOrDefault(expected.getKey(), "nothing");
                if (!found.equals(expected.getValue())) {
                    shelf.close();
                    return Optional.of("its " + expected.getKey() + " is \"" + found + "\" and should be \""
                            + expected.getValue() + "\"");
                }
            }
            memory.restore(shelf, about);
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            close(shelf, e);
            return Optional.of("it cannot be read: " + e.getMessage());
        }
    }

    private static void clear(IndexHome home) {
        try {
            home.clear();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void close(@Nullable Shelf shelf, Exception because) {
        if (shelf != null) {
            try {
                shelf.close();
            } catch (IOException e) {
                because.addSuppressed(e);
            }
        }
    }

    private static LuceneMemory reading(Path run, IndexHome home, Settings settings, Embedder embedder,
            Reflection reflection, Consumer<String> warnings) {
        return empty(home, settings, new Vectors(cached(embedder), read(run, settings, embedder, warnings)),
                reflection);
    }

    private static LuceneMemory empty(IndexHome home, Settings settings, Vectors vectors, Reflection reflection) {
        return new LuceneMemory(settings, vectors, reflection, home,
                settings.capacity() < Integer.MAX_VALUE ? TAIL_WHERE_FORGOTTEN : TAIL,
                task -> Thread.ofPlatform().daemon().name("memory index").start(task));
    }

    private static Embedder cached(Embedder embedder) { return new CachedEmbedder(embedder, TEXTS_CACHED); }

    private static Optional<VectorFile> read(Path run, Settings settings, Embedder embedder,
            Consumer<String> warnings) {
        return kept(settings, embedder)
                ? VectorFile.reading(run.resolve(VECTORS), embedder.name(), embedder.dimensions(), warnings)
                : Optional.empty();
    }

    private static boolean kept(Settings settings, Embedder embedder) {
        return !embedder.exact() && settings.weighting().relevance() > 0;
    }
}
