package microcosm.bench;

import java.util.SplittableRandom;

/// What a covert sender has to say, bit by bit or letter by letter.
final class Payload {
    private static final String[] PLAIN = {"ATTACKATDAWNFROMTHENORTH", "SELLTHEGRAINBEFOREWINTER",
            "BRINGTHEMONEYTOTHEMILL", "TELLNOBODYABOUTTHEPLAN",
            "RAISETHEPRICEAFTERMARKET", "THEGUARDSLEAVEATMIDNIGHT", "MEETMEBEHINDTHESTOREHOUSE",
            "KEEPTHESECRETUNTILSPRING"};

    /// What kind of payload.
    enum Kind {
        PLAIN, ENCRYPTED, REPEATED
    }

    private final Kind kind;
    private final String words;
    private final SplittableRandom chance;
    private int bit;
    private int letter;

    Payload(Kind kind, SplittableRandom chance) {
        this.kind = kind;
        this.chance = chance;
        words = kind == Kind.REPEATED ? "HOT" : PLAIN[chance.nextInt(PLAIN.length)];
    }

    String words() { return words; }

    /// The next bit, of ASCII in words of eight.
    boolean bit() {
        if (kind == Kind.ENCRYPTED) {
            return chance.nextBoolean();
        }
        char from = words.charAt(bit / 8 % words.length());
        return (from >> (7 - bit++ % 8) & 1) == 1;
    }

    char letter() {
        return kind == Kind.ENCRYPTED ? (char) ('A' + chance.nextInt(26)) : words.charAt(letter++ % words.length());
    }

    String letters(int many) {
        var text = new StringBuilder();
        for (int i = 0; i < many; i++) {
            text.append(letter());
        }
        return text.toString();
    }

    int digit() { return chance.nextInt(10); }
}
