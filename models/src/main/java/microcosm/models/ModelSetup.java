package microcosm.models;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

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

    public ModelSetup withParameters(Parameters value) { return with(draft -> draft.parameters = value); }

    public ModelSetup withReplies(Replies value) { return with(draft -> draft.replies = Optional.of(value)); }

    public ModelSetup withCalls(CallLog value) { return with(draft -> draft.calls = Optional.of(value)); }

    public ModelSetup withBudget(Budget value) { return with(draft -> draft.budget = value); }

    public ModelSetup withPrices(Prices value) { return with(draft -> draft.prices = value); }

    public ModelSetup withCache(Path value) { return with(draft -> draft.cache = Optional.of(value)); }

    public ModelSetup withShareReplies(boolean value) { return with(draft -> draft.shareReplies = value); }

    public ModelSetup withConcurrency(int value) { return with(draft -> draft.concurrency = value); }

    public ModelSetup withRequestsPerMinute(long value) {
        return with(draft -> draft.requestsPerMinute = OptionalLong.of(value));
    }

    public ModelSetup withTokensPerMinute(long value) {
        return with(draft -> draft.tokensPerMinute = OptionalLong.of(value));
    }

    public ModelSetup withDeadline(Duration value) { return with(draft -> draft.deadline = value); }

    public ModelSetup withPatience(Patience value) { return with(draft -> draft.patience = value); }

    public ModelSetup withRepairs(int value) { return with(draft -> draft.repairs = value); }

    /// Nothing is asked any more: every model says what the journal holds.
    ///
    /// @throws IllegalArgumentException if there is no journal
    public ModelSetup replaying() {
        if (replies.isEmpty()) {
            throw new IllegalArgumentException("replaying needs a journal of replies");
        }
        return with(draft -> draft.recordedOnly = true);
    }

    private ModelSetup with(Consumer<Draft> change) {
        var draft = new Draft(this);
        change.accept(draft);
        return draft.done();
    }

    /// A setup in which one thing is about to be changed.
    private static final class Draft {
        private final Map<String, String> environment;
        private Parameters parameters;
        private Optional<Replies> replies;
        private Optional<CallLog> calls;
        private Budget budget;
        private Prices prices;
        private Optional<Path> cache;
        private boolean shareReplies;
        private int concurrency;
        private OptionalLong requestsPerMinute;
        private OptionalLong tokensPerMinute;
        private Duration deadline;
        private Patience patience;
        private int repairs;
        private boolean recordedOnly;

        Draft(ModelSetup from) {
            environment = from.environment;
            parameters = from.parameters;
            replies = from.replies;
            calls = from.calls;
            budget = from.budget;
            prices = from.prices;
            cache = from.cache;
            shareReplies = from.shareReplies;
            concurrency = from.concurrency;
            requestsPerMinute = from.requestsPerMinute;
            tokensPerMinute = from.tokensPerMinute;
            deadline = from.deadline;
            patience = from.patience;
            repairs = from.repairs;
            recordedOnly = from.recordedOnly;
        }

        ModelSetup done() {
            return new ModelSetup(environment, parameters, replies, calls, budget, prices, cache, shareReplies,
                    concurrency,
                    requestsPerMinute, tokensPerMinute, deadline, patience, repairs, recordedOnly);
        }
    }
}
