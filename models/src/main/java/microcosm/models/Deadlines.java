package microcosm.models;

import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/// How long each call of one provider may take. One thread keeps the time of them all, and interrupts who waits too long: that ends
/// connecting, waiting and reading alike, a body that stalls included.
final class Deadlines implements AutoCloseable {
    private final Duration each;
    private final ScheduledThreadPoolExecutor clock = new ScheduledThreadPoolExecutor(1,
            Thread.ofPlatform().name("microcosm-deadlines").daemon().factory());

    /// @param each from [#begin] on
    Deadlines(Duration each) {
        this.each = each;
        clock.setRemoveOnCancelPolicy(true);
    }

    Duration each() { return each; }

    /// @return the deadline of what this thread does from now until it closes it
    Deadline begin() { return new Deadline(); }

    @Override
    public void close() { clock.shutdownNow(); }

    /// For the thread that began it.
    final class Deadline implements AutoCloseable {
        private final Thread waiting = Thread.currentThread();
        private final Future<?> alarm;
        private boolean over;
        private boolean passed;

        private Deadline() { alarm = clock.schedule(this::pass, each.toNanos(), TimeUnit.NANOSECONDS); }

        private synchronized void pass() {
            if (!over) {
                passed = true;
                waiting.interrupt();
            }
        }

        /// Whether it was this deadline that interrupted.
        synchronized boolean passed() { return passed; }

        /// Whoever goes on is not interrupted any more, also where the deadline passed at the very end.
        @Override
        public synchronized void close() {
            over = true;
            alarm.cancel(false);
            if (passed) {
                var _ = Thread.interrupted();
            }
        }
    }
}
