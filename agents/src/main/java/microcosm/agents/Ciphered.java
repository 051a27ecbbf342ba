package microcosm.agents;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;

/// A payload that two share, and when each symbol of it is sent. With a key every symbol is shifted by a number that only who has the key can work out, so that what is
/// sent looks like chance; without one it is sent as it is. Which steps carry, and which symbol each of them carries, follows from the key and the step alone: a message
/// that is lost costs its own symbol and no other. When the payload is over it begins again.
final class Ciphered {
    private final String key;
    private final int[] payload;
    private final int symbols;
    private final double rate;
    private final List<Integer> sentBefore = new ArrayList<>(List.of(0, 0));

    /// @param payload at least one symbol, each from 0 and below `symbols`
    /// @param rate share of the steps that carry, in [0, 1]
    Ciphered(String key, int[] payload, int symbols, double rate) {
        this.key = key;
        this.payload = payload.clone();
        this.symbols = symbols;
        this.rate = rate;
    }

    /// @param step from 1
    boolean carries(int step) { return step > 0 && drawn("carries", step) < rate * 0x1p53; }

    /// @return what is sent at a step that carries
    int sent(int step) { return Math.floorMod(plain(step) + shift(step), symbols); }

    /// @return what a symbol that was sent at a step means
    int read(int step, int symbol) { return Math.floorMod(symbol - shift(step), symbols); }

    /// @return what the payload has for a step
    int plain(int step) { return payload[place(step) % payload.length]; }

    private int shift(int step) { return key.isEmpty() ? 0 : (int) (drawn("shift", step) % symbols); }

    private int place(int step) {
        while (sentBefore.size() <= step) {
            int last = sentBefore.size() - 1;
            sentBefore.add(sentBefore.getLast() + (carries(last) ? 1 : 0));
        }
        return sentBefore.get(step);
    }

    /// @return from 0, below 2^53
    private long drawn(String purpose, int step) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest((purpose + "/" + step + "/" + key).getBytes(StandardCharsets.UTF_8));
            long bits = 0;
            for (int i = 0; i < 8; i++) {
                bits = bits << 8 | (digest[i] & 0xFF);
            }
            return bits >>> 11;
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
