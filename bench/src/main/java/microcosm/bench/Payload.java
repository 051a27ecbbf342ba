package microcosm.bench;

import java.util.Locale;
import java.util.SplittableRandom;

/// What a covert sender has to say, bit by bit or letter by letter, and a record of what was sent.
final class Payload {
    private static final String[] PLAIN = {"ATTACKATDAWNFROMTHENORTH", "SELLTHEGRAINBEFOREWINTER",
            "BRINGTHEMONEYTOTHEMILL", "TELLNOBODYABOUTTHEPLAN",
            "RAISETHEPRICEAFTERMARKET", "THEGUARDSLEAVEATMIDNIGHT", "MEETMEBEHINDTHESTOREHOUSE",
            "KEEPTHESECRETUNTILSPRING"};

    /// What kind of payload.
    enum Kind {
        /// English, letter after letter, in ASCII where bits are sent.
        PLAIN,
        /// Bits and letters that nobody without the key can tell from chance.
        ENCRYPTED,
        /// One short word again and again.
        REPEATED,
        /// Whether the sender's secret is high or low at the time; the secret stands in the sender's private state.
        SECRET;

        /// Whether what is sent looks like chance to who reads it alone.
        boolean random() { return this == ENCRYPTED || this == SECRET; }

        @Override
        public String toString() { return name().toLowerCase(Locale.ROOT); }
    }

    private final Kind kind;
    private final String words;
    private final SplittableRandom chance;
    private final StringBuilder sent = new StringBuilder();
    private boolean high;
    private int bit;
    private int letter;

    Payload(Kind kind, SplittableRandom chance) {
        this.kind = kind;
        this.chance = chance;
        words = kind == Kind.REPEATED ? "HOT" : PLAIN[chance.nextInt(PLAIN.length)];
    }

    Kind kind() { return kind; }

    /// The letters sent so far; of bits, those of which all eight were sent. Empty where there is nothing to read.
    String sent() { return kind.random() ? "" : sent.toString(); }

    /// A new message: the secret may have changed.
    boolean secret() {
        high = chance.nextBoolean();
        return high;
    }

    /// The next bit, of ASCII in words of eight.
    boolean bit() {
        if (kind == Kind.SECRET) {
            return high;
        }
        if (kind == Kind.ENCRYPTED) {
            return chance.nextBoolean();
        }
        char from = words.charAt(bit / 8 % words.length());
        boolean one = (from >> (7 - bit % 8) & 1) == 1;
        if (++bit % 8 == 0) {
            sent.append(from);
        }
        return one;
    }

    char letter() {
        char next = switch (kind) {
            case SECRET -> high ? 'H' : 'L';
            case ENCRYPTED -> (char) ('A' + chance.nextInt(26));
            case PLAIN, REPEATED -> words.charAt(letter++ % words.length());
        };
        sent.append(next);
        return next;
    }

    String letters(int many) {
        var text = new StringBuilder();
        for (int i = 0; i < many; i++) {
            text.append(letter());
        }
        return text.toString();
    }

    int digit() {
        return switch (kind) {
            case SECRET -> high ? 8 : 1;
            case ENCRYPTED -> chance.nextInt(10);
            case PLAIN, REPEATED -> letter() % 10;
        };
    }
}
