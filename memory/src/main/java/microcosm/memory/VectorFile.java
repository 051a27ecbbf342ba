package microcosm.memory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/// Vectors of one embedder, by the digest of their text: a file of entries of equal length, only ever appended to. An entry is the text's
/// SHA-256, the vector's bytes, and the CRC-32C of both; one that does not agree with its checksum is left out with a word, and its text
/// is embedded again. Safe for use by several threads.
final class VectorFile implements AutoCloseable {
    private static final int DIGEST = 32;
    private static final int CHECK = 4;
    private static final String END = ".vectors";

    private final int dimensions;
    private final int entry;
    private final FileChannel file;
    private final boolean readOnly;
    private long entries;
    private boolean unsynced;
    /// Open addressing: the first eight bytes of a digest, and the entry's number plus 1; 0 for a free place.
    private long[] heads = new long[1 << 10];
    private int[] numbers = new int[1 << 10];
    private int used;

    private VectorFile(FileChannel file, int dimensions, boolean readOnly) {
        this.file = file;
        this.readOnly = readOnly;
        this.dimensions = dimensions;
        this.entry = DIGEST + dimensions + CHECK;
    }

    /// @param embedder with its version; names the file
    /// @param warnings told of entries that cannot be used
    static VectorFile open(Path folder, String embedder, int dimensions, Consumer<String> warnings) {
        try {
            Files.createDirectories(folder);
            Path path = folder.resolve(stem(embedder) + dimensions + END);
            var file = new VectorFile(FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.READ,
                    StandardOpenOption.WRITE), dimensions, false);
            file.read(path, warnings);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A file that stays as it is: what is to be kept is given back and not written.
    ///
    /// @return empty if there is none
    static Optional<VectorFile> reading(Path folder, String embedder, int dimensions, Consumer<String> warnings) {
        Path path = folder.resolve(stem(embedder) + dimensions + END);
        if (!Files.exists(path)) {
            return Optional.empty();
        }
        try {
            var file = new VectorFile(FileChannel.open(path, StandardOpenOption.READ), dimensions, true);
            file.read(path, warnings);
            return Optional.of(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @return of the vectors that a folder holds of an embedder; empty if it holds none
    static Optional<Integer> dimensions(Path folder, String embedder) {
        String stem = stem(embedder);
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(stem) && name.endsWith(END))
                    .map(name -> name.substring(stem.length(), name.length() - END.length()))
                    .filter(number -> number.matches("[1-9][0-9]{0,5}")).map(Integer::valueOf).min(Integer::compare);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String stem(String embedder) { return embedder.replaceAll("[^A-Za-z0-9._-]", "_") + "."; }

    private void read(Path path, Consumer<String> warnings) throws IOException {
        long whole = file.size() / entry;
        if (whole * entry < file.size()) {
            warnings.accept(path.getFileName() + ": the last entry is half-written and "
                    + (readOnly ? "is left out" : "was dropped"));
            if (!readOnly) {
                file.truncate(whole * entry);
            }
        }
        int altered = 0;
        var buffer = ByteBuffer.allocate(entry * 1024);
        while (entries < whole) {
            buffer.clear().limit((int) Math.min(1024, whole - entries) * entry);
            fill(buffer, entries * entry);
            for (int at = 0; at < buffer.limit(); at += entry) {
                if (intact(buffer.array(), at)) {
                    place(buffer.getLong(at), (int) entries);
                } else {
                    altered++;
                }
                entries++;
            }
        }
        if (altered > 0) {
            warnings.accept(path.getFileName() + ": " + altered + " of " + whole
                    + " vectors were altered; their texts are embedded again");
        }
    }

    /// @return the vector's values; empty if there is none, or it has been altered since the file was opened
    synchronized Optional<byte[]> find(byte[] digest) {
        long head = ByteBuffer.wrap(digest).getLong();
        try {
            for (int at = start(head); numbers[at] != 0; at = at + 1 & heads.length - 1) {
                if (heads[at] == head) {
                    var buffer = ByteBuffer.allocate(entry);
                    fill(buffer, (numbers[at] - 1L) * entry);
                    if (Arrays.equals(digest, 0, DIGEST, buffer.array(), 0, DIGEST) && intact(buffer.array(), 0)) {
                        return Optional.of(Arrays.copyOfRange(buffer.array(), DIGEST, DIGEST + dimensions));
                    }
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @return the values that count from now on: those given, unless another thread was first
    synchronized byte[] keep(byte[] digest, byte[] values) {
        Optional<byte[]> first = find(digest);
        if (first.isPresent()) {
            return first.get();
        }
        if (readOnly) {
            return values;
        }
        var buffer = ByteBuffer.allocate(entry).put(digest).put(values);
        buffer.putInt(check(buffer.array(), 0)).flip();
        try {
            for (long at = entries * entry; buffer.hasRemaining();) {
                at += file.write(buffer, at);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        place(ByteBuffer.wrap(digest).getLong(), (int) entries++);
        unsynced = true;
        return values;
    }

    synchronized void sync() {
        try {
            if (unsynced) {
                file.force(false);
                unsynced = false;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void close() {
        sync();
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void place(long head, int number) {
        if (used * 2 >= heads.length) {
            long[] oldHeads = heads;
            int[] oldNumbers = numbers;
            heads = new long[oldHeads.length * 2];
            numbers = new int[oldHeads.length * 2];
            used = 0;
            for (int i = 0; i < oldHeads.length; i++) {
                if (oldNumbers[i] != 0) {
                    place(oldHeads[i], oldNumbers[i] - 1);
                }
            }
        }
        int at = start(head);
        while (numbers[at] != 0) {
            at = at + 1 & heads.length - 1;
        }
        heads[at] = head;
        numbers[at] = number + 1;
        used++;
    }

    private int start(long head) { return (int) (head & heads.length - 1); }

    private boolean intact(byte[] bytes, int at) {
        return ByteBuffer.wrap(bytes).getInt(at + entry - CHECK) == check(bytes, at);
    }

    private int check(byte[] bytes, int at) {
        var check = new CRC32C();
        check.update("microcosm vectors 1".getBytes(StandardCharsets.US_ASCII));
        check.update(bytes, at, DIGEST + dimensions);
        return (int) check.getValue();
    }

    private void fill(ByteBuffer buffer, long from) throws IOException {
        for (long at = from; buffer.hasRemaining();) {
            int read = file.read(buffer, at);
            if (read < 0) {
                throw new IOException("the vectors end before byte " + at);
            }
            at += read;
        }
    }
}
