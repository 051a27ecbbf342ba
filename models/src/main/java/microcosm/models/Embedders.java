package microcosm.models;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.ServiceLoader;
import java.util.function.Consumer;

import microcosm.worlds.syntax.Spelling;

/// The embedders that are here: the built-in one, those found by [ServiceLoader], and any provider's. A found one must load its weights with its first
/// vector, not when it is made.
public final class Embedders {
    /// What memories are compared by unless a world says otherwise.
    public static final String USUAL = new HashedEmbedder().name();
    /// The sentence model of the module `embedders`, which is built on demand.
    public static final String SENTENCES = "all-minilm-l6-v2-q";

    private static final Duration DEADLINE = Duration.ofMinutes(1);

    private Embedders() {}

    /// @return names, the built-in one first
    public static List<String> names() { return List.copyOf(here().keySet()); }

    /// One that is not exact keeps its vectors across runs, in the folder `vectors` of the cache: the one named by `MICROCOSM_CACHE`, or
    /// else `~/.cache/microcosm`.
    ///
    /// @param warnings told in words of kept vectors that are damaged and made again
    /// @throws ModelSetupException if no embedder of that name is here, with what to do
    public static Embedder named(String name, Consumer<String> warnings) {
        return named(name, System.getenv(), Optional.empty(), warnings);
    }

    /// @param environment where keys and addresses of providers are read from
    /// @param kept how long the vectors are that a run kept; empty if it kept none
    static Embedder named(String name, Map<String, String> environment, Optional<Integer> kept,
            Consumer<String> warnings) {
        return named(name, environment, kept, Books.NONE, warnings);
    }

    /// @param books where what is bought is counted
    static Embedder named(String name, Map<String, String> environment, Optional<Integer> kept, Books books,
            Consumer<String> warnings) {
        Embedder embedder = find(name, environment, kept, books)
                .orElseThrow(() -> new ModelSetupException("embedder \"" + name
                        + "\" is not here" + (name.equals(SENTENCES)
                                ? "; it comes with: mvn -B package -Ponnx -DskipTests (134 MB of libraries)"
                                : Spelling.suggestion(name, names()))
                        + "\n  there are: " + String.join(", ", names())
                        + ", and a provider's, such as openai:text-embedding-3-small"));
        return embedder.exact() ? embedder : new StoredEmbedder(embedder, cache(environment), warnings);
    }

    /// An embedder for a run that was played, whose vectors are kept with it. One that is not here has no new vectors, and says so when it
    /// is asked for one.
    ///
    /// @param dimensions of the vectors that were kept; empty where none were
    public static Embedder recorded(String name, Optional<Integer> dimensions, Consumer<String> warnings) {
        return dimensions.isEmpty() || find(name, System.getenv(), dimensions, Books.NONE).isPresent()
                ? named(name, System.getenv(), dimensions, warnings)
                : new Absent(name, dimensions.get());
    }

    /// Where vectors are kept across runs: in the folder named by the system property `microcosm.cache` or by `MICROCOSM_CACHE`; else in
    /// `microcosm` of that named by `XDG_CACHE_HOME`; else in `.cache/microcosm` of the user's home.
    static Path cache(Map<String, String> environment) {
        String own = System.getProperty("microcosm.cache", environment.getOrDefault("MICROCOSM_CACHE", ""));
        String usual = environment.getOrDefault("XDG_CACHE_HOME", "");
        Path folder = !own.isEmpty()
                ? Path.of(own)
                : (usual.isEmpty() ? Path.of(System.getProperty("user.home"), ".cache") : Path.of(usual))
                        .resolve("microcosm");
        return folder.resolve("vectors");
    }

    /// Whether vectors of an embedder of that name are bought of a provider.
    public static boolean isBought(String name) { return !here().containsKey(name) && name.contains(":"); }

    private static Optional<Embedder> find(String name, Map<String, String> environment, Optional<Integer> kept,
            Books books) {
        Optional<Embedder> here = Optional.ofNullable(here().get(name));
        return here.isPresent()
                ? here
                : ProviderEmbedder.named(name, environment, DEADLINE, Patience.USUAL, books)
                        .map(one -> one.giving(kept));
    }

    private static SequencedMap<String, Embedder> here() {
        var all = new ArrayList<Embedder>();
        all.add(new HashedEmbedder());
        ServiceLoader.load(Embedder.class, Embedders.class.getClassLoader()).forEach(all::add);
        var named = new LinkedHashMap<String, Embedder>();
        all.forEach(one -> named.putIfAbsent(one.name(), one));
        return named;
    }

    private record Absent(String name, int dimensions) implements Embedder {
        @Override
        public boolean exact() { return false; }

        @Override
        public float[] vector(String text) {
            throw new ModelSetupException("the run holds no vector for \"" + text + "\", and embedder \"" + name
                    + "\" is not here to make one");
        }
    }
}
