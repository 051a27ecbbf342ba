package microcosm.gamemaster;

import java.util.List;
import java.util.Optional;

import microcosm.models.Embedders;
import microcosm.worlds.World;

/// What of the program itself decides the bytes of a trace.
final class Engine {
    /// Raised whenever the same world, seed and replies may give other bytes than before; part of every run's identity, so that a run
    /// is never continued by an engine that would play it differently.
    static final String VERSION = "4";

    private Engine() {}

    /// Whether what many people do alike is written once in a trace: where nobody speaks or remembers, thousands may play.
    static boolean folds(World world) { return !world.speech() && world.memory().keep().equals("none"); }

    /// @return the name of what memories are compared by where nobody is asked: what the world says, or the usual one
    static String embedder(World world) { return embedder(world, Minds.BASELINE, List.of()); }

    /// @param here names of the embedders that are here
    /// @return what the world says; else, where people are live models, the sentence model if it is here; else the usual one
    static String embedder(World world, Minds minds, List<String> here) {
        return world.memory().options().getOrDefault("embedder",
                minds.live() && here.contains(Embedders.SENTENCES) ? Embedders.SENTENCES : Embedders.USUAL);
    }

    /// @return for each population that the world leaves to a model where there is none, what becomes of it
    static List<String> unwritten(World world, Minds minds) {
        return world.cast().populations().stream()
                .filter(population -> population.written() && minds.author(population).isEmpty())
                .map(population -> population.at() + ": no model is here to write them, so " + population.name()
                        + " are as the page has them")
                .toList();
    }

    /// @return where people are live models and have to do with the usual embedder, how to get the one that knows meaning
    static Optional<String> advice(World world, Minds minds, String embedder) {
        boolean meant = world.memory().options().containsKey("embedder") || world.memory().keep().equals("none");
        return meant || !minds.live() || embedder.equals(Embedders.SENTENCES)
                ? Optional.empty()
                : Optional.of("memories are compared by " + embedder + ", which knows spelling; " + Embedders.SENTENCES
                        + ", which knows meaning, comes with: mvn -B package -Ponnx -DskipTests (134 MB)");
    }
}
