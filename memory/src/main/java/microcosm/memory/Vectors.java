package microcosm.memory;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

import microcosm.models.Embedder;

/// The quantised vectors of texts. Those of an embedder that is not exact are inputs of the run: the first vector that was had of a
/// text is kept on disk and is that text's vector from then on.
final class Vectors implements AutoCloseable {
    private final Embedder embedder;
    private final Optional<VectorFile> kept;

    /// @param kept empty where nothing is to be kept
    Vectors(Embedder embedder, Optional<VectorFile> kept) {
        this.embedder = embedder;
        this.kept = kept;
    }

    String embedder() { return embedder.name(); }

    int dimensions() { return embedder.dimensions(); }

    Quantised of(String text) {
        if (kept.isEmpty()) {
            return Quantised.of(vector(text));
        }
        byte[] digest = digest(text);
        return Quantised.of(kept.get().find(digest)
                .orElseGet(() -> kept.get().keep(digest, Quantised.of(vector(text)).values())));
    }

    private float[] vector(String text) {
        float[] vector = embedder.vector(text);
        if (vector.length != embedder.dimensions()) {
            throw new IllegalStateException("embedder " + embedder.name() + " gave " + vector.length
                    + " dimensions; it promised " + embedder.dimensions());
        }
        return vector;
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /// What was kept survives a crash from here on.
    void sync() { kept.ifPresent(VectorFile::sync); }

    @Override
    public void close() { kept.ifPresent(VectorFile::close); }
}
