package microcosm.worlds;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import microcosm.worlds.syntax.Limits;

/// The folder a world file lies in. Links that lead out of it are not followed.
final class Folder implements Fragments {
    private final Path folder;

    Folder(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        folder = parent == null ? file.toAbsolutePath() : parent;
    }

    @Override
    public Optional<byte[]> bytes(String path) throws IOException {
        Path file = folder.resolve(path).normalize();
        if (!Files.isRegularFile(file) || !file.toRealPath().startsWith(folder.toRealPath())) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Optional.of(in.readNBytes(Limits.MOST_BYTES + 1));
        }
    }
}
