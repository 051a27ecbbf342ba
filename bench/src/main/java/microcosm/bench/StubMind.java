package microcosm.bench;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

import microcosm.models.Reply;
import microcosm.models.Request;

/// A model that always makes its turn the same way, after a while. Counts what it is asked.
final class StubMind implements Function<Request, Reply> {
    private static final String TURN = "{\"thought\": \"Winter is near and the grain is not.\", \"credences\": [], "
            + "\"plan\": \"Trade salt for grain.\", \"do\": \"It is a fine day, and the road is dry.\"}";

    private final Duration latency;
    final AtomicInteger calls = new AtomicInteger();
    final AtomicLong characters = new AtomicLong();

    StubMind(Duration latency) { this.latency = latency; }

    @Override
    public Reply apply(Request request) {
        calls.incrementAndGet();
        request.messages().forEach(message -> characters.addAndGet(message.text().length()));
        if (!latency.isZero()) {
            try {
                Thread.sleep(latency);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while thinking", e);
            }
        }
        return Reply.of(TURN);
    }
}
