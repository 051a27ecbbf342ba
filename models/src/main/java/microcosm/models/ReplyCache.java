package microcosm.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/// Replies kept across runs, in memory and in a folder, one file each, named by a digest of everything that can change the
/// reply: the model and where it is, its parameters, messages and schema, and which call it is, unless the user wants the
/// same reply for the same question. The first line of a file is the digest of the rest.
final class ReplyCache {
    private static final long CHARACTERS = 64_000_000;

    private final Path folder;
    private final boolean shared;
    private final Cache<String, String> recent = Caffeine.newBuilder().maximumWeight(CHARACTERS)
            .weigher((String key, String reply) -> key.length() + reply.length()).build();

    /// @param shared whether calls that ask the same may have the same reply
    ReplyCache(Path folder, boolean shared) {
        this.folder = folder;
        this.shared = shared;
    }

    /// What a folder had under a key.
    ///
    /// @param damaged whether something was there that is not what was put there
    record Found(Optional<Reply> reply, boolean damaged) {}

    String key(Request request, String address) {
        return new Digest().add(request.digest()).add(address).add(shared ? "" : request.call()).hexadecimal();
    }

    Found find(String key) {
        var known = recent.getIfPresent(key);
        if (known != null) {
            return new Found(Optional.of(Json.reply(known)), false);
        }
        var file = file(key);
        if (!Files.exists(file)) {
            return new Found(Optional.empty(), false);
        }
        try {
            var content = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            int end = content.indexOf('\n');
            var reply = content.substring(end + 1);
            if (end < 0 || !content.substring(0, end).equals(seal(key, reply))) {
                return new Found(Optional.empty(), true);
            }
            recent.put(key, reply);
            return new Found(Optional.of(Json.reply(reply)), false);
        } catch (IOException e) {
            throw new UncheckedIOException("cache entry " + file + " cannot be read", e);
        }
    }

    void put(String key, Reply reply) {
        var json = Json.of(reply);
        var file = file(key);
        try {
            Files.createDirectories(file.resolveSibling(""));
            var part = Files.createTempFile(file.resolveSibling(""), key, ".part");
            Files.writeString(part, seal(key, json) + "\n" + json);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cache entry " + file + " cannot be written", e);
        }
        recent.put(key, json);
    }

    private static String seal(String key, String reply) { return new Digest().add(key).add(reply).hexadecimal(); }

    private Path file(String key) { return folder.resolve(key.substring(0, 2)).resolve(key); }
}
