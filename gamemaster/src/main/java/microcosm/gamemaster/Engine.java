package microcosm.gamemaster;

import microcosm.models.Embedder;
import microcosm.models.HashedEmbedder;

/// What of the program itself decides the bytes of a trace.
final class Engine {
    /// Raised whenever the same world, seed and replies may give other bytes than before; part of every run's identity, so that a run
    /// is never continued by an engine that would play it differently.
    static final String VERSION = "1";

    /// What memories are compared by where no model is asked.
    static final Embedder EMBEDDER = new HashedEmbedder();

    private Engine() {}
}
