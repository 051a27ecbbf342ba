package microcosm.gamemaster;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import microcosm.trace.Event;
import microcosm.trace.TraceWriter;

/// Writes a trace, each step while the next one is played: nobody is asked later because a disk is slow. Replies are in their journal
/// before anybody acts on them, so whoever is interrupted in between loses nothing that was bought.
///
/// A step that the file already holds is compared before the next one begins, so that nothing is played on a past that differs.
final class Scribe implements AutoCloseable {
    private final TraceWriter writer;
    private final ExecutorService hand = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());
    private CompletableFuture<Void> last = CompletableFuture.completedFuture(null);

    Scribe(TraceWriter writer) { this.writer = writer; }

    /// @throws microcosm.trace.TraceException if this step, or the one before, cannot be written or differs from what the file holds
    void write(List<Event> step) {
        await();
        boolean waits = writer.comparing();
        last = CompletableFuture.runAsync(() -> step.forEach(writer::record), hand);
        if (waits) {
            await();
        }
    }

    /// Waits until everything is on the disk.
    ///
    /// @return whose head is that of all that was written
    TraceWriter await() {
        try {
            last.join();
            return writer;
        } catch (CompletionException e) {
            switch (e.getCause()) {
                case RuntimeException failure -> throw failure;
                case Error failure -> throw failure;
                case null, default -> throw e;
            }
        }
    }

    @Override
    public void close() { hand.close(); }
}
