package microcosm.gamemaster;

import microcosm.models.Embedders;
import microcosm.worlds.World;

/// What of the program itself decides the bytes of a trace.
final class Engine {
    /// Raised whenever the same world, seed and replies may give other bytes than before; part of every run's identity, so that a run
    /// is never continued by an engine that would play it differently.
    static final String VERSION = "1";

    private Engine() {}

    /// @return the name of what memories are compared by: what the world says, or the usual one
    static String embedder(World world) { return world.memory().options().getOrDefault("embedder", Embedders.USUAL); }
}
