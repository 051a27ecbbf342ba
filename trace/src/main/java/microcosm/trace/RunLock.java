package microcosm.trace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;

import org.jspecify.annotations.Nullable;

/// The right to write one run, held by one process at a time. It ends with the process, however that ends; the file `lock` may
/// stay behind and means nothing by itself.
public final class RunLock implements AutoCloseable {
    private final RunFolder folder;
    private final FileChannel channel;

    private RunLock(RunFolder folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    static RunLock take(RunFolder folder) throws IOException {
        FileChannel channel = FileChannel.open(folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (taken(channel) == null) {
            channel.close();
            throw new TraceException(folder.path().toString(), 0,
                    "is being written by another process; wait for it, or stop it");
        }
        return new RunLock(folder, channel);
    }

    private static @Nullable FileLock taken(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // by this very process, which is no better
        }
    }

    public RunFolder folder() { return folder; }

    void check() {
        if (!channel.isOpen()) {
            throw new IllegalStateException("the lock of " + folder.path() + " has been given back");
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(folder.lock() + " cannot be closed", e);
        }
    }
}
