package microcosm.memory;

import microcosm.models.Embedder;

/// The vectors of texts.
final class Vectors {
    private final Embedder embedder;

    Vectors(Embedder embedder) { this.embedder = embedder; }

    int dimensions() { return embedder.dimensions(); }

    Quantised of(String text) { return Quantised.of(embedder.vector(text)); }
}
