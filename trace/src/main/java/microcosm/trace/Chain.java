package microcosm.trace;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;

/// The hash chain of a trace: each value is SHA-256 over the one before and the bytes of a line up to `,"hash":"`.
///
/// A line shows the first 128 bits of its value; a `stepped` line shows all 256, so that finding two steps of the same value is as
/// hard as for SHA-256 itself.
final class Chain {
    static final String FIELD = ",\"hash\":\"";
    private static final byte[] FIELD_BYTES = FIELD.getBytes(StandardCharsets.US_ASCII);
    private static final byte[] STEPPED = "{\"event\":\"stepped\"".getBytes(StandardCharsets.US_ASCII);

    private final MessageDigest sha256 = Digest.sha256();
    private byte[] value = new byte[32];

    /// @return the value after the lines so far; 32 zero bytes before the first
    byte[] value() { return value.clone(); }

    void returnTo(byte[] earlier) { value = earlier.clone(); }

    /// @return what the next line's hash field shows
    String extend(byte[] bytes, int from, int to) {
        value = next(bytes, from, to);
        return shown(value, isStepped(bytes, from, to));
    }

    /// Goes on over the line written last, and closes it with its hash.
    ///
    /// @param from where the line begins; it has no closing bracket yet
    void seal(JsonText line, int from) {
        String hash = extend(line.bytes(), from, line.length());
        line.raw(FIELD);
        line.raw(hash);
        line.raw("\"}\n");
    }

    /// Goes on over a line that is said to be next.
    ///
    /// @param to after its last byte, before the end of line
    /// @return whether it is next; if not, the chain has not moved
    boolean accepts(byte[] bytes, int from, int to) {
        int field = field(bytes, from, to);
        if (field < 0) {
            return false;
        }
        byte[] candidate = next(bytes, from, field);
        byte[] expected = (FIELD + shown(candidate, isStepped(bytes, from, to)) + "\"}")
                .getBytes(StandardCharsets.US_ASCII);
        if (!Arrays.equals(bytes, field, to, expected, 0, expected.length)) {
            return false;
        }
        value = candidate;
        return true;
    }

    private byte[] next(byte[] bytes, int from, int to) {
        sha256.update(value);
        sha256.update(bytes, from, to - from);
        return sha256.digest();
    }

    static boolean isStepped(byte[] bytes, int from, int to) {
        return to - from >= STEPPED.length
                && Arrays.equals(bytes, from, from + STEPPED.length, STEPPED, 0, STEPPED.length);
    }

    /// @return where the hash field begins; -1 if the line does not end in one
    static int field(byte[] bytes, int from, int to) {
        for (int i = to - FIELD_BYTES.length; i >= from; i--) {
            if (bytes[i] == ','
                    && Arrays.equals(bytes, i, i + FIELD_BYTES.length, FIELD_BYTES, 0, FIELD_BYTES.length)) {
                return i;
            }
        }
        return -1;
    }

    private static String shown(byte[] value, boolean whole) {
        return Digest.base64(whole ? value : Arrays.copyOf(value, 16));
    }
}
