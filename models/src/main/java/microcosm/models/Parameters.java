package microcosm.models;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.SequencedMap;

/// How a model is to answer. What is absent is left to the provider, except the length of a reply.
///
/// @param temperature in [0, 2]
/// @param topP in (0, 1]
/// @param maxTokens the most a reply may have, reasoning included; at least 1
/// @param seed in [0, 2147483647]; passed on where the provider has one: OpenAI and compatible, Gemini, Mistral, Ollama
/// @param effort `minimal`, `low`, `medium` or `high`; empty for the provider's own
public record Parameters(OptionalDouble temperature, OptionalDouble topP, OptionalInt maxTokens, OptionalLong seed,
        String effort) {
    private static final List<String> EFFORTS = List.of("", "minimal", "low", "medium", "high");

    /// What the provider does when told nothing, and replies of at most 4,096 tokens.
    public static final Parameters USUAL = new Parameters(OptionalDouble.empty(), OptionalDouble.empty(),
            OptionalInt.of(4096), OptionalLong.empty(), "");

    public Parameters {
        if (temperature.isPresent() && !(temperature.getAsDouble() >= 0 && temperature.getAsDouble() <= 2)) {
            throw new IllegalArgumentException(
                    "temperature " + temperature.getAsDouble() + " must be between 0 and 2");
        }
        if (topP.isPresent() && !(topP.getAsDouble() > 0 && topP.getAsDouble() <= 1)) {
            throw new IllegalArgumentException("top-p " + topP.getAsDouble() + " must be above 0 and at most 1");
        }
        if (maxTokens.isPresent() && maxTokens.getAsInt() < 1) {
            throw new IllegalArgumentException("max-tokens " + maxTokens.getAsInt() + " must be at least 1");
        }
        if (seed.isPresent() && (seed.getAsLong() < 0 || seed.getAsLong() > Integer.MAX_VALUE)) {
            throw new IllegalArgumentException(
                    "seed " + seed.getAsLong() + " must be between 0 and " + Integer.MAX_VALUE);
        }
        if (!EFFORTS.contains(effort)) {
            throw new IllegalArgumentException("effort \"" + effort + "\" must be minimal, low, medium or high");
        }
    }

    public Parameters withTemperature(double value) {
        return new Parameters(OptionalDouble.of(value), topP, maxTokens, seed, effort);
    }

    public Parameters withTopP(double value) {
        return new Parameters(temperature, OptionalDouble.of(value), maxTokens, seed, effort);
    }

    public Parameters withMaxTokens(int value) {
        return new Parameters(temperature, topP, OptionalInt.of(value), seed, effort);
    }

    public Parameters withSeed(long value) {
        return new Parameters(temperature, topP, maxTokens, OptionalLong.of(value), effort);
    }

    public Parameters withEffort(String value) { return new Parameters(temperature, topP, maxTokens, seed, value); }

    /// @return name → value of everything that is set, for the manifest, the request's digest and the log of calls
    public SequencedMap<String, String> entries() {
        var entries = new LinkedHashMap<String, String>();
        temperature.ifPresent(value -> entries.put("temperature", Double.toString(value)));
        topP.ifPresent(value -> entries.put("top-p", Double.toString(value)));
        maxTokens.ifPresent(value -> entries.put("max-tokens", Integer.toString(value)));
        seed.ifPresent(value -> entries.put("seed", Long.toString(value)));
        if (!effort.isEmpty()) {
            entries.put("effort", effort);
        }
        return Collections.unmodifiableSequencedMap(entries);
    }
}
