package microcosm.memory;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

import org.jspecify.annotations.Nullable;

/// The way of fresh memories into the index, beside the steps: what is fresh when a batch begins is written by a thread of its own, and is
/// fresh until it is taken over. Where a memory is read from changes no score, so nobody can tell when that was.
///
/// Begun and taken over by whoever holds everybody's memories alone.
final class Filing implements Closeable {
    private final IndexHome home;
    private final boolean forgets;
    private final Vectors vectors;
    private final boolean compared;
    private final boolean worded;
    private final Executor beside;
    private @Nullable Shelf shelf;
    private @Nullable Batch batch;
    private boolean spoiled;

    /// @param beside runs what a batch takes
    Filing(IndexHome home, Settings settings, Vectors vectors, Executor beside) {
        this.home = home;
        this.forgets = settings.capacity() < Integer.MAX_VALUE;
        this.vectors = vectors;
        this.compared = settings.weighting().relevance() > 0;
        this.worded = settings.weighting().text() > 0;
        this.beside = beside;
    }

    /// @param written by the batch, in everybody's turn
    private record Batch(List<Life> lives, int size, CompletableFuture<Shelf> written) {}

    private record Own(String person, List<Fresh> fresh, List<Integer> gone) {}

    /// An index that is whole.
    void restore(Shelf whole) { shelf = whole; }

    boolean empty() { return shelf == null && batch == null; }

    /// @return how many memories are on their way
    int size() { return batch == null ? 0 : batch.size; }

    boolean written() { return batch != null && batch.written.isDone(); }

    /// @return where the index holds a person's memories
    List<Slice> slices(Life life) throws IOException { return shelf == null ? List.of() : shelf.slices(life); }

    /// Sends all that is fresh on its way. Nothing else may be.
    void begin(Collection<Life> lives) {
        var all = new TreeMap<String, Life>();
        lives.forEach(life -> all.put(life.person, life));
        var work = new ArrayList<Own>();
        int size = 0;
        for (Life life : all.values()) {
            work.add(new Own(life.person, List.copyOf(life.fresh), List.copyOf(life.gone)));
            life.filed = life.fresh.isEmpty() ? life.filed : life.fresh.getLast().ordinal + 1;
            life.gone.clear();
            size += life.fresh.size();
        }
        Shelf before = shelf;
        batch = new Batch(List.copyOf(all.values()), size,
                CompletableFuture.supplyAsync(() -> write(before, work), beside));
    }

    private Shelf write(@Nullable Shelf before, List<Own> work) {
        Shelf into = before;
        try {
            into = before == null ? home.create(forgets) : before;
            for (Own own : work) {
                for (Fresh entry : own.fresh) {
                    into.put(own.person, entry, worded ? entry.terms() : Terms.NONE,
                            compared ? entry.vector(vectors) : Quantised.NONE);
                }
                for (int ordinal : own.gone) {
                    into.forget(own.person, ordinal);
                }
            }
            into.refresh();
            return into;
        } catch (IOException | RuntimeException e) {
            if (before == null && into != null) {
                close(into, e);
            }
            throw e instanceof IOException io ? new UncheckedIOException(io) : (RuntimeException) e;
        }
    }

    private static void close(Shelf begun, Exception because) {
        try {
            begun.close();
        } catch (IOException e) {
            because.addSuppressed(e);
        }
    }

    /// Waits for what is on its way; from now on it is read from the index. What went wrong on the way is thrown here.
    ///
    /// @return how many memories are no longer fresh
    int takeOver() throws IOException {
        if (batch == null) {
            return 0;
        }
        Batch done = batch;
        batch = null;
        try {
            shelf = done.written.join();
        } catch (CompletionException e) {
            spoiled = true;
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
        shelf.turn();
        int filed = 0;
        for (Life life : done.lives) {
            filed += life.filed();
        }
        return filed;
    }

    /// Writes everything to disk, with a word on what it is; nothing where a batch went wrong, so that nobody takes what is there for whole.
    void commit(SortedMap<String, String> about) throws IOException {
        if (shelf != null && !spoiled) {
            shelf.commit(about);
        }
    }

    @Override
    public void close() throws IOException {
        if (batch != null) {
            takeOver();
        }
        if (shelf != null) {
            shelf.close();
            shelf = null;
        }
    }
}
