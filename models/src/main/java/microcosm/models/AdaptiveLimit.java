package microcosm.models;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// How many calls to one provider may be in flight. Additive increase, multiplicative decrease, as TCP does with segments:
/// until the first rate limit every reply makes room for one call more, so that the limit doubles in the time of a call;
/// afterwards a whole round of replies does. A rate limit halves it, once for all the calls that were in flight together.
/// While a provider asks to be left alone nobody begins.
///
/// Source: Chiu and Jain 1989, Computer Networks and ISDN Systems 17, pp. 1-14; Jacobson 1988, SIGCOMM, for the start.
final class AdaptiveLimit {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition room = lock.newCondition();
    private final int most;
    private double limit;
    private boolean limited;
    private int inFlight;
    private long lastShrunk = Long.MIN_VALUE;
    private long begun;
    private long quietUntil = System.nanoTime();

    /// @param first how many may be in flight at first, at least 1
    /// @param most how many ever
    AdaptiveLimit(int first, int most) {
        if (first < 1 || most < 1) {
            throw new IllegalArgumentException("concurrency " + most + " must be at least 1");
        }
        this.most = most;
        limit = Math.min(first, most);
    }

    /// Waits for room.
    ///
    /// @return which call this is, counting from 1
    long begin() throws InterruptedException {
        lock.lockInterruptibly();
        try {
            for (long quiet = quiet(); inFlight >= (int) limit || quiet > 0; quiet = quiet()) {
                if (quiet > 0) {
                    var _ = room.await(quiet, TimeUnit.NANOSECONDS);
                } else {
                    room.await();
                }
            }
            inFlight++;
            return ++begun;
        } finally {
            lock.unlock();
        }
    }

    private long quiet() { return quietUntil - System.nanoTime(); }

    /// A reply came, or a fault that says nothing about how much is asked.
    void ended(boolean replied) {
        lock.lock();
        try {
            if (replied && inFlight >= (int) limit / 2) {
                limit = Math.min(most, limit + (limited ? 1 / limit : 1));
            }
            inFlight--;
            wake();
        } finally {
            lock.unlock();
        }
    }

    /// The provider said that it is asked too much.
    ///
    /// @param call which call it said so to
    /// @param quiet how long nobody is to begin
    void refused(long call, Duration quiet) {
        lock.lock();
        try {
            if (call > lastShrunk) {
                limit = Math.max(1, limit / 2);
                limited = true;
                lastShrunk = begun;
            }
            quietUntil = Math.max(quietUntil, System.nanoTime() + quiet.toNanos());
            inFlight--;
            wake();
        } finally {
            lock.unlock();
        }
    }

    private void wake() {
        if (quiet() > 0) {
            room.signalAll();
        } else {
            // The place that became free, and the one that may have been added.
            room.signal();
            room.signal();
        }
    }

    /// @return how many may be in flight now
    int now() {
        lock.lock();
        try {
            return (int) limit;
        } finally {
            lock.unlock();
        }
    }
}
