package microcosm.models;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

import io.github.bucket4j.Bucket;

/// Requests and tokens a minute, as an account's tier allows them. A call waits until both are there; what it really used
/// is settled afterwards.
final class Pace {
    private final Optional<Bucket> requests;
    private final Optional<Bucket> tokens;
    private final long most;

    Pace(OptionalLong requestsPerMinute, OptionalLong tokensPerMinute) {
        requests = bucket(requestsPerMinute);
        tokens = bucket(tokensPerMinute);
        most = tokensPerMinute.orElse(0);
    }

    private static Optional<Bucket> bucket(OptionalLong perMinute) {
        return perMinute.isEmpty()
                ? Optional.empty()
                : Optional.of(Bucket.builder().addLimit(limit -> limit.capacity(perMinute.getAsLong())
                        .refillGreedy(perMinute.getAsLong(), Duration.ofMinutes(1))).build());
    }

    /// @return how many tokens were set aside
    long await(Request request) throws InterruptedException {
        if (requests.isPresent()) {
            requests.get().asBlocking().consume(1);
        }
        long expected = Math.min(most, Estimate.tokens(request.characters()));
        if (tokens.isPresent()) {
            tokens.get().asBlocking().consume(expected);
        }
        return expected;
    }

    void settle(long expected, Usage used) {
        tokens.ifPresent(bucket -> {
            long more = used.in() + used.out() - expected;
            if (more > 0) {
                bucket.consumeIgnoringRateLimits(more);
            } else if (more < 0 && used.in() > 0) {
                bucket.addTokens(-more);
            }
        });
    }
}
