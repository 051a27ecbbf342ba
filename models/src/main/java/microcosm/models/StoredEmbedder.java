package microcosm.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.CRC32C;

/// Another embedder that keeps what it gave in a folder, so that no run pays for a text that an earlier one paid for. A file for each
/// text, named by a digest of embedder and text, holds the values as big-endian floats and a CRC-32C over name and values; one that does
/// not agree is had again, with a word. Several threads and programs may share the folder.
public final class StoredEmbedder implements Embedder {
    private final Embedder embedder;
    private final Path folder;
    private final Consumer<String> warnings;

    /// @param folder is made with the first vector
    /// @param warnings told in words of damaged vectors
    public StoredEmbedder(Embedder embedder, Path folder, Consumer<String> warnings) {
        this.embedder = embedder;
        this.folder = folder;
        this.warnings = warnings;
    }

    @Override
    public String name() { return embedder.name(); }

    @Override
    public int dimensions() { return embedder.dimensions(); }

    @Override
    public boolean exact() { return embedder.exact(); }

    @Override
    public float[] vector(String text) {
        String key = new Digest().add(name()).add(Integer.toString(dimensions())).add(text).hexadecimal();
        Path file = folder.resolve(key.substring(0, 2)).resolve(key);
        try {
            Optional<float[]> kept = read(file, key);
            if (kept.isPresent()) {
                return kept.get();
            }
            float[] vector = embedder.vector(text);
            write(file, key, vector);
            return vector;
        } catch (IOException e) {
            throw new UncheckedIOException("the vector in " + file + " can be neither read nor kept", e);
        }
    }

    private Optional<float[]> read(Path file, String key) throws IOException {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (NoSuchFileException _) {
            return Optional.empty();
        }
        int values = dimensions() * Float.BYTES;
        if (bytes.length != values + Integer.BYTES
                || ByteBuffer.wrap(bytes).getInt(values) != check(key, Arrays.copyOf(bytes, values))) {
            warnings.accept("the vector kept in " + file + " is damaged and is made again");
            return Optional.empty();
        }
        float[] vector = new float[dimensions()];
        ByteBuffer.wrap(bytes).asFloatBuffer().get(vector);
        return Optional.of(vector);
    }

    private static void write(Path file, String key, float[] vector) throws IOException {
        byte[] values = new byte[vector.length * Float.BYTES];
        ByteBuffer.wrap(values).asFloatBuffer().put(vector);
        byte[] bytes = ByteBuffer.allocate(values.length + Integer.BYTES).put(values).putInt(check(key, values))
                .array();
        Files.createDirectories(file.resolveSibling(""));
        Path part = Files.createTempFile(file.resolveSibling(""), key, ".part");
        Files.write(part, bytes);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static int check(String key, byte[] values) {
        var check = new CRC32C();
        check.update(key.getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        check.update(values);
        return (int) check.getValue();
    }
}
