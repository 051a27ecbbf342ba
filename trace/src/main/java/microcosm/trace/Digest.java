package microcosm.trace;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/// SHA-256 and the two ways it is written here.
final class Digest {
    private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

    private static final MessageDigest FRESH = fresh();
    private static final ThreadLocal<MessageDigest> OWN = ThreadLocal.withInitial(Digest::sha256);

    private Digest() {}

    /// A copy, since looking an algorithm up takes longer than a short digest.
    static MessageDigest sha256() {
        try {
            return (MessageDigest) FRESH.clone();
        } catch (CloneNotSupportedException _) {
            return fresh();
        }
    }

    private static MessageDigest fresh() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /// @return the digest of a few bytes; they are not copied
    static byte[] of(byte[] bytes) { return OWN.get().digest(bytes); }

    static byte[] of(String text) { return sha256().digest(text.getBytes(StandardCharsets.UTF_8)); }

    static String hex(byte[] digest) { return HexFormat.of().formatHex(digest); }

    /// @return the URL-safe alphabet, no padding: 22 characters for 16 bytes, 43 for 32
    static String base64(byte[] digest) { return BASE64URL.encodeToString(digest); }
}
