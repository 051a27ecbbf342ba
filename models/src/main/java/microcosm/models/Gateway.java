package microcosm.models;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.core.functions.Either;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;

import microcosm.models.Fault.Kind;

/// The way to one provider. Each attempt passes the circuit breaker, the budget, the pace an account allows and the limit
/// on calls in flight, has one deadline, and leaves one line in the log. Only what may pass by itself is tried again, later
/// each time and never at the same moment as others; where the provider says how long to wait, so long at least.
final class Gateway implements ReplySource, AutoCloseable {
    private final Wire wire;
    private final Patience patience;
    private final AdaptiveLimit limit;
    private final Pace pace;
    private final Account account;
    private final CallRecords records;
    private final Prices prices;
    private final Spans spans;
    private final CircuitBreaker breaker;
    private final IntervalFunction backoff;
    private final Retry retry;

    /// Where a record of each attempt goes.
    interface CallRecords {
        void append(CallRecord call);
    }

    Gateway(Provider provider, Wire wire, Patience patience, AdaptiveLimit limit, Pace pace, Account account,
            CallRecords records, Prices prices, Spans spans) {
        this.wire = wire;
        this.patience = patience;
        this.limit = limit;
        this.pace = pace;
        this.account = account;
        this.records = records;
        this.prices = prices;
        this.spans = spans;
        breaker = CircuitBreaker.of(provider.word(),
                CircuitBreakerConfig.custom().slidingWindowSize(50).minimumNumberOfCalls(20).failureRateThreshold(90)
                        .waitDurationInOpenState(patience.open()).permittedNumberOfCallsInHalfOpenState(3)
                        .ignoreException(e -> !(e instanceof Fault fault) || !down(fault.kind())).build());
        backoff = IntervalFunction.ofExponentialRandomBackoff(patience.first(), 2.0, 0.5, patience.longest());
        retry = Retry.of(provider.word(), RetryConfig.<Reply>custom().maxAttempts(patience.attempts())
                .intervalBiFunction(this::pause).retryOnException(e -> passing(e)).build());
    }

    /// Whether it is the provider that fails, and not what it was asked.
    private static boolean down(Kind kind) {
        return switch (kind) {
            case SERVER, TIMEOUT, CONNECTION, MALFORMED -> true;
            case RATE_LIMITED, SCHEMA_REFUSED, WRONG_CONTENT_TYPE, OVERSIZED, KEY_REFUSED, UNKNOWN_MODEL,
                    REJECTED ->
                false;
        };
    }

    @Override
    public Reply reply(Request request) { return reply(request, _ -> {}); }

    @Override
    public Reply reply(Request request, Consumer<Reply> keep) {
        var attempts = new AtomicInteger();
        var digest = request.digest();
        var span = spans.begin(request, digest);
        var error = "interrupted";
        try {
            var reply = Retry.decorateCheckedSupplier(retry, CircuitBreaker.decorateCheckedSupplier(breaker,
                    () -> attempt(request, digest, attempts.incrementAndGet(), span, keep))).get();
            span.replied(reply);
            error = "";
            return reply;
        } catch (Fault fault) {
            error = fault.kind().word();
            throw fault.given(request, attempts.get());
        } catch (BudgetException e) {
            error = "budget";
            throw e;
        } catch (CallNotPermittedException e) {
            error = "left-alone";
            throw new ModelException(request.model() + " gave no reply to " + request.call()
                    + ": the provider has been failing and is left alone for now", true, e);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw interrupted(request, e);
        } finally {
            span.ended(error);
        }
    }

    private boolean passing(Throwable e) {
        return e instanceof CallNotPermittedException
                || (e instanceof Fault fault && fault.retriable() && bearable(fault));
    }

    /// A provider that wants longer than this is not waited for: the run stops, and can be continued.
    private boolean bearable(Fault fault) {
        return fault.retryAfter().map(wait -> wait.compareTo(patience.bearable()) <= 0).orElse(true);
    }

    private long pause(int attempt, Either<Throwable, Reply> outcome) {
        var fault = outcome.fold(e -> Optional.of(e), reply -> Optional.<Throwable>empty());
        if (fault.isPresent() && fault.get() instanceof Fault known) {
            if (known.kind() == Kind.SCHEMA_REFUSED) {
                return 0;
            }
            var asked = known.retryAfter().map(Duration::toMillis).orElse(0L);
            return Math.max(asked, backoff.apply(attempt));
        }
        return backoff.apply(attempt);
    }

    private Reply attempt(Request request, String digest, int attempt, Spans.Span span, Consumer<Reply> keep)
            throws Fault, InterruptedException {
        long call = limit.begin();
        boolean ended = false;
        try {
            long expected = pace.await(request);
            account.begin();
            long began = System.nanoTime();
            try {
                var reply = wire.send(request);
                var usd = prices.of(request.model()).map(price -> price.of(reply.usage()));
                account.spent(reply.usage(), usd.orElse(BigDecimal.ZERO));
                pace.settle(expected, reply.usage());
                records.append(CallRecord.replied(request, attempt, digest, CallRecord.LIVE, reply, usd, since(began)));
                keep.accept(reply);
                limit.ended(true);
                ended = true;
                return reply;
            } catch (Fault fault) {
                span.failed(attempt, fault);
                if (fault.kind() == Kind.RATE_LIMITED) {
                    limit.refused(call, fault.retryAfter().filter(wait -> bearable(fault)).orElse(Duration.ZERO));
                } else {
                    limit.ended(false);
                }
                ended = true;
                records.append(CallRecord.failed(request, attempt, digest, CallRecord.LIVE, fault.kind().word(),
                        String.valueOf(fault.getMessage()), since(began)));
                throw fault;
            }
        } finally {
            if (!ended) {
                limit.ended(false);
            }
        }
    }

    private static long since(long began) { return (System.nanoTime() - began) / 1_000_000; }

    private static ModelException interrupted(Request request, Throwable e) {
        if (e instanceof InterruptedException) {
            Thread.currentThread().interrupt();
            return new ModelException("interrupted while asking for " + request.call(), true, e);
        }
        return new ModelException("no reply to " + request.call() + ": " + e, false, e);
    }

    /// @return how many calls may be in flight now
    int concurrency() { return limit.now(); }

    @Override
    public void close() { wire.close(); }
}
