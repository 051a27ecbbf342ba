package microcosm.models;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/// Another embedder that remembers the texts it was asked about lately.
public final class CachedEmbedder implements Embedder {
    private final Embedder embedder;
    private final Cache<String, float[]> lately;

    /// @param texts how many are kept, at least 1
    public CachedEmbedder(Embedder embedder, long texts) {
        if (texts < 1) {
            throw new IllegalArgumentException("texts " + texts + " must be at least 1");
        }
        this.embedder = embedder;
        this.lately = Caffeine.newBuilder().maximumSize(texts).executor(Runnable::run).build();
    }

    @Override
    public String name() { return embedder.name(); }

    @Override
    public int dimensions() { return embedder.dimensions(); }

    @Override
    public boolean exact() { return embedder.exact(); }

    @Override
    public float[] vector(String text) { return lately.get(text, embedder::vector).clone(); }
}
