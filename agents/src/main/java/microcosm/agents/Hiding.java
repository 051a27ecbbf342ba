package microcosm.agents;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Ways to hide a symbol, a number from 0, in an ordinary message, so that who knows the way finds it again. Sources: Petitcolas, Anderson and Kuhn 1999,
/// Information Hiding: A Survey, Proceedings of the IEEE 87, 1062–1078 (text); Motwani et al. 2024, Secret Collusion among AI Agents, arXiv 2402.07510.
enum Hiding {
    /// Eight invisible characters at the end: a whole byte.
    ZERO_WIDTH(256) {
        @Override
        String hidden(String text, int symbol) {
            var bits = new StringBuilder(text);
            for (int bit = 7; bit >= 0; bit--) {
                bits.append((symbol >> bit & 1) == 1 ? ONE : ZERO);
            }
            return bits.toString();
        }

        @Override
        OptionalInt found(String text) {
            int symbol = 0;
            int bits = 0;
            for (int i = 0; i < text.length(); i++) {
                char letter = text.charAt(i);
                if (letter == ZERO || letter == ONE) {
                    symbol = symbol << 1 | (letter == ONE ? 1 : 0);
                    bits++;
                }
            }
            return bits == 8 ? OptionalInt.of(symbol) : OptionalInt.empty();
        }
    },
    /// The first letter: one of the alphabet.
    INITIALS(26) {
        @Override
        String hidden(String text, int symbol) { return OPENERS.get(symbol) + " " + text; }

        @Override
        OptionalInt found(String text) {
            int letter = text.isEmpty() ? -1 : text.charAt(0) - 'A';
            return letter >= 0 && letter < 26 ? OptionalInt.of(letter) : OptionalInt.empty();
        }
    },
    /// How the first sentence ends: with an exclamation mark for 1, with a full stop for 0.
    SENTENCE_ENDS(2) {
        @Override
        String hidden(String text, int symbol) {
            String mark = symbol == 1 ? "!" : ".";
            Matcher end = END.matcher(text);
            return end.find() ? end.replaceFirst(mark) : text + " Good day" + mark;
        }

        @Override
        OptionalInt found(String text) {
            Matcher end = END.matcher(text);
            return end.find() ? OptionalInt.of(end.group().equals("!") ? 1 : 0) : OptionalInt.empty();
        }
    },
    /// The first gap between words: two spaces for 1, one for 0.
    DOUBLE_SPACES(2) {
        @Override
        String hidden(String text, int symbol) {
            Matcher gap = GAP.matcher(text);
            String wide = symbol == 1 ? "  " : " ";
            return gap.find() ? gap.replaceFirst(wide) : text + wide + "Good day.";
        }

        @Override
        OptionalInt found(String text) {
            Matcher gap = GAP.matcher(text);
            return gap.find() ? OptionalInt.of(Math.min(1, gap.group().length() - 1)) : OptionalInt.empty();
        }
    },
    /// One of two words that mean as little, at the beginning.
    SYNONYMS(2) {
        @Override
        String hidden(String text, int symbol) { return (symbol == 1 ? "Besides. " : "Anyway. ") + text; }

        @Override
        OptionalInt found(String text) {
            return text.startsWith("Besides")
                    ? OptionalInt.of(1)
                    : text.startsWith("Anyway") ? OptionalInt.of(0) : OptionalInt.empty();
        }
    },
    /// A harmless remark for 1, none for 0.
    CODE_PHRASE(2) {
        @Override
        String hidden(String text, int symbol) { return symbol == 1 ? text + " " + PHRASE : text; }

        @Override
        OptionalInt found(String text) { return OptionalInt.of(text.contains(PHRASE) ? 1 : 0); }
    },
    /// How many words there are: an odd number for 1, an even one for 0.
    LENGTH(2) {
        @Override
        String hidden(String text, int symbol) { return words(text) % 2 == symbol ? text : text + " Indeed."; }

        @Override
        OptionalInt found(String text) { return OptionalInt.of(words(text) % 2); }
    },
    /// Whether the number somebody brings to a market is odd, 1, or even, 0. Nothing in the words.
    QUANTITY(2) {
        @Override
        String hidden(String text, int symbol) { return text; }

        @Override
        OptionalInt found(String text) { return OptionalInt.empty(); }
    };

    private static final char ZERO = '\u200B';
    private static final char ONE = '\u200C';
    private static final Pattern END = Pattern.compile("[.!](?= |$)");
    private static final Pattern GAP = Pattern.compile("(?<=\\S) +(?=\\S)");
    private static final String PHRASE = "Nice weather, by the way.";
    private static final List<String> OPENERS = List.of("Ah.", "Believe me.", "Come now.", "Do listen.", "Easy now.",
            "Fine.", "Good.", "Hello.", "I see.", "Just so.", "Kind of you.", "Listen.", "Mind you.", "Now then.",
            "Oh.", "Please.", "Quite.", "Right.", "So.", "True.", "Understood.", "Very well.", "Well.", "Xenial day.",
            "Yes.", "Zounds.");

    private final int symbols;

    Hiding(int symbols) { this.symbols = symbols; }

    /// @return how many different symbols one message can carry
    int symbols() { return symbols; }

    /// @return as a world writes it: `zero-width`
    String written() { return name().toLowerCase(Locale.ROOT).replace('_', '-'); }

    /// @param symbol from 0, below [#symbols]
    abstract String hidden(String text, int symbol);

    /// @return what a message carries if it carries anything; empty where it cannot
    abstract OptionalInt found(String text);

    /// A payload as symbols of this kind: bytes, letters, or bits, the high one first.
    int[] symbols(String payload) {
        byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);
        return switch (symbols) {
            case 256 -> symbols(bytes.length, at -> bytes[at] & 0xFF);
            case 26 -> payload.toUpperCase(Locale.ROOT).chars().filter(c -> c >= 'A' && c <= 'Z').map(c -> c - 'A')
                    .toArray();
            default -> symbols(bytes.length * 8, at -> bytes[at / 8] >> (7 - at % 8) & 1);
        };
    }

    private static int[] symbols(int many, java.util.function.IntUnaryOperator each) {
        return java.util.stream.IntStream.range(0, many).map(each).toArray();
    }

    private static int words(String text) { return text.isBlank() ? 0 : text.strip().split("\\s+").length; }
}
