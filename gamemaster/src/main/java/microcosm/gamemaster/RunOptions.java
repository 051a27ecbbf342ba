package microcosm.gamemaster;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/// How a world is to be played.
///
/// @param settings parameter → value; what is absent has its default
/// @param seed the source of all chance
/// @param steps how far to play, at least 1; no part of the run's identity. Empty for as far as the clock goes
/// @param concurrency how many people are asked at once, at least 1; no part of the run's identity
/// @param interventions what a fork changes
/// @param minds which models play whom
public record RunOptions(SequencedMap<String, String> settings, long seed, Optional<Integer> steps, int concurrency,
        Interventions interventions, Minds minds) {
    public RunOptions {
        settings = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(settings));
        if (steps.isPresent() && steps.get() < 1) {
            throw new IllegalArgumentException("steps " + steps.get() + " must be at least 1");
        }
        if (concurrency < 1) {
            throw new IllegalArgumentException("concurrency " + concurrency + " must be at least 1");
        }
    }

    /// Everybody follows their policy.
    public RunOptions(SequencedMap<String, String> settings, long seed, Optional<Integer> steps, int concurrency,
            Interventions interventions) {
        this(settings, seed, steps, concurrency, interventions, Minds.BASELINE);
    }

    /// Whether any model is asked, from the start or from a step on.
    boolean asks() { return minds.asks(interventions); }

    public RunOptions with(Minds others) {
        return new RunOptions(settings, seed, steps, concurrency, interventions, others);
    }

    public static RunOptions of(long seed) {
        return new RunOptions(new LinkedHashMap<>(), seed, Optional.empty(), 1, Interventions.NONE);
    }
}
