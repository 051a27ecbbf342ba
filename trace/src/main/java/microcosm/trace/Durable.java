package microcosm.trace;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Writing that is on the disk when it returns.
final class Durable {
    private Durable() {}

    /// The file holds the old content or the new, never a part of either.
    static void replace(Path file, byte[] content) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try (var channel = FileChannel.open(next, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING)) {
            write(channel, content, content.length);
            channel.force(true);
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        syncFolder(file);
    }

    /// Opens a file for appending, cut to its first `length` bytes.
    static FileChannel appending(Path file, long length) throws IOException {
        boolean isNew = !Files.exists(file);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                StandardOpenOption.READ);
        if (channel.size() > length) {
            channel.truncate(length);
            channel.force(true);
        }
        channel.position(length);
        if (isNew) {
            syncFolder(file);
        }
        return channel;
    }

    static void write(FileChannel channel, byte[] bytes, int length) throws IOException {
        ByteBuffer rest = ByteBuffer.wrap(bytes, 0, length);
        while (rest.hasRemaining()) {
            channel.write(rest);
        }
    }

    /// Fills `into` from `offset` on, as far as the file goes.
    static void read(FileChannel channel, ByteBuffer into, long offset) throws IOException {
        long from = offset;
        int read = 0;
        while (into.hasRemaining() && read >= 0) {
            read = channel.read(into, from);
            from += read;
        }
    }

    /// A new name is on the disk only when its folder is; systems that cannot sync a folder keep names anyway.
    private static void syncFolder(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (var folder = FileChannel.open(file.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
                folder.force(true);
            }
        }
    }
}
