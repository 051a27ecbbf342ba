package microcosm.models;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// How a run's models are to be asked. Begin with [#of] and change what differs.
///
/// @param environment where keys and addresses are read from
/// @param calls the log of attempts; none is kept where absent
/// @param cache folder of replies shared between runs; none is shared where absent
/// @param shareReplies whether different calls that ask the same may have the same cached reply
/// @param concurrency the most calls in flight to one provider
/// @param replies the run's journal; nothing is recorded where absent
/// @param deadline for one attempt, from connecting to the last byte
/// @param repairs how often a model is asked again when its reply cannot be used
/// @param recordedOnly whether nothing is asked, and what the journal does not hold is an error
public record ModelSetup(Map<String, String> environment, Parameters parameters, Optional<Replies> replies,
        Optional<CallLog> calls, Budget budget, Prices prices, Optional<Path> cache, boolean shareReplies,
        int concurrency, OptionalLong requestsPerMinute, OptionalLong tokensPerMinute, Duration deadline,
        Patience patience, int repairs, boolean recordedOnly) {
    public ModelSetup {
        environment = Map.copyOf(environment);
        if (concurrency < 1) {
            throw new IllegalArgumentException("concurrency " + concurrency + " must be at least 1");
        }
        if (!deadline.isPositive()) {
            throw new IllegalArgumentException("call timeout " + deadline.toMillis() + " ms must be above 0");
        }
        if (repairs < 0) {
            throw new IllegalArgumentException("repairs " + repairs + " must not be negative");
        }
    }

    /// At most 64 calls in flight to each provider, two minutes each, two repairs, no journal, log, cache or budget; prices
    /// from the file that `MICROCOSM_PRICES` names, or as shipped.
    public static ModelSetup of(Map<String, String> environment) {
        var own = environment.getOrDefault("MICROCOSM_PRICES", "");
        return new ModelSetup(environment, Parameters.USUAL, Optional.empty(), Optional.empty(), Budget.NONE,
                own.isEmpty() ? Prices.shipped() : Prices.reading(Path.of(own)), Optional.empty(), false, 64,
                OptionalLong.empty(), OptionalLong.empty(), Duration.ofMinutes(2), Patience.USUAL, Dialogue.REPAIRS,
                false);
    }

    public ModelSetup withParameters(Parameters value) {
        return new ModelSetup(environment, value, replies, calls, budget, prices, cache, shareReplies, concurrency,
                requestsPerMinute, tokensPerMinute, deadline, patience, repairs, recordedOnly);
    }

    public ModelSetup withReplies(Replies value) {
        return new ModelSetup(environment, parameters, Optional.of(value), calls, budget, prices, cache, shareReplies,
                concurrency, requestsPerMinute, tokensPerMinute, deadline, patience, repairs, recordedOnly);
    }

    public ModelSetup withCalls(CallLog value) {
        return new ModelSetup(environment, parameters, replies, Optional.of(value), budget, prices, cache, shareReplies,
                concurrency, requestsPerMinute, tokensPerMinute, deadline, patience, repairs, recordedOnly);
    }

    public ModelSetup withBudget(Budget value) {
        return new ModelSetup(environment, parameters, replies, calls, value, prices, cache, shareReplies, concurrency,
                requestsPerMinute, tokensPerMinute, deadline, patience, repairs, recordedOnly);
    }

    public ModelSetup withPrices(Prices value) {
        return new ModelSetup(environment, parameters, replies, calls, budget, value, cache, shareReplies, concurrency,
                requestsPerMinute, tokensPerMinute, deadline, patience, repairs, recordedOnly);
    }

    public ModelSetup withCache(Path value) {
        return new ModelSetup(environment, parameters, replies, calls, budget, prices, Optional.of(value), shareReplies,
                concurrency, requestsPerMinute, tokensPerMinute, deadline, patience, repairs, recordedOnly);
    }

    public ModelSetup withShareReplies(boolean value) {
        return new ModelSetup(environment, parameters, replies, calls, budget, prices, cache, value, concurrency,
                requestsPerMinute, tokensPerMinute, deadline, patience, repairs, recordedOnly);
    }

    public ModelSetup withConcurrency(int value) {
        return new ModelSetup(environment, parameters, replies, calls, budget, prices, cache, shareReplies, value,
                requestsPerMinute, tokensPerMinute, deadline, patience, repairs, recordedOnly);
    }

    public ModelSetup withRequestsPerMinute(long value) {
        return new ModelSetup(environment, parameters, replies, calls, budget, prices, cache, shareReplies, concurrency,
                OptionalLong.of(value), tokensPerMinute, deadline, patience, repairs, recordedOnly);
    }

    public ModelSetup withTokensPerMinute(long value) {
        return new ModelSetup(environment, parameters, replies, calls, budget, prices, cache, shareReplies, concurrency,
                requestsPerMinute, OptionalLong.of(value), deadline, patience, repairs, recordedOnly);
    }

    public ModelSetup withDeadline(Duration value) {
        return new ModelSetup(environment, parameters, replies, calls, budget, prices, cache, shareReplies, concurrency,
                requestsPerMinute, tokensPerMinute, value, patience, repairs, recordedOnly);
    }

    public ModelSetup withPatience(Patience value) {
        return new ModelSetup(environment, parameters, replies, calls, budget, prices, cache, shareReplies, concurrency,
                requestsPerMinute, tokensPerMinute, deadline, value, repairs, recordedOnly);
    }

    public ModelSetup withRepairs(int value) {
        return new ModelSetup(environment, parameters, replies, calls, budget, prices, cache, shareReplies, concurrency,
                requestsPerMinute, tokensPerMinute, deadline, patience, value, recordedOnly);
    }

    /// Nothing is asked any more: every model says what the journal holds.
    ///
    /// @throws IllegalArgumentException if there is no journal
    public ModelSetup replaying() {
        if (replies.isEmpty()) {
            throw new IllegalArgumentException("replaying needs a journal of replies");
        }
        return new ModelSetup(environment, parameters, replies, calls, budget, prices, cache, shareReplies,
                concurrency, requestsPerMinute, tokensPerMinute, deadline, patience, repairs, true);
    }
}
