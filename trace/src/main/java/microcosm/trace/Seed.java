package microcosm.trace;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.SplittableRandom;

/// The source of all chance. Every draw comes from a generator made for what it is for, whom it concerns and when, so that one
/// person's changed turn does not reshuffle everybody else's luck.
public record Seed(long value) {
    /// A fresh generator; the same arguments always give the same sequence.
    ///
    /// @param purpose what is drawn, and for whom: `agents/ada/choice`
    public SplittableRandom stream(String purpose, int step, int turn) {
        byte[] words = purpose.getBytes(StandardCharsets.UTF_8);
        var material = ByteBuffer.allocate(words.length + 16).putLong(value).putInt(step).putInt(turn).put(words);
        return new SplittableRandom(ByteBuffer.wrap(Digest.of(material.array())).getLong());
    }
}
