package microcosm.speech;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;

/// Numbers as people say and type them: `3.5`, `two and a half`, `a dozen`, `1,200`, `half`.
final class Numbers {
    private static final Map<String, Integer> SMALL = WordMap.of(Map.entry("zero", 0), Map.entry("one", 1),
            Map.entry("two", 2), Map.entry("three", 3), Map.entry("four", 4), Map.entry("five", 5), Map.entry("six", 6),
            Map.entry("seven", 7), Map.entry("eight", 8), Map.entry("nine", 9), Map.entry("ten", 10),
            Map.entry("eleven", 11), Map.entry("twelve", 12), Map.entry("thirteen", 13), Map.entry("fourteen", 14),
            Map.entry("fifteen", 15), Map.entry("sixteen", 16), Map.entry("seventeen", 17), Map.entry("eighteen", 18),
            Map.entry("nineteen", 19), Map.entry("twenty", 20), Map.entry("thirty", 30), Map.entry("forty", 40),
            Map.entry("fourty", 40), Map.entry("fifty", 50), Map.entry("sixty", 60), Map.entry("seventy", 70),
            Map.entry("eighty", 80), Map.entry("ninety", 90));
    private static final Map<String, Integer> LARGE = WordMap.of(Map.entry("hundred", 100), Map.entry("thousand", 1000),
            Map.entry("million", 1_000_000));
    private static final Map<String, Integer> COLLECTIVE = WordMap.of(Map.entry("dozen", 12), Map.entry("score", 20),
            Map.entry("couple", 2), Map.entry("pair", 2), Map.entry("brace", 2), Map.entry("dozens", 0));
    private static final int MOST_DIGITS = 18;

    private Numbers() {}

    /// @param length in tokens; 0 for no number
    /// @param clear whether it is one number and no other
    record Found(int length, BigDecimal value, boolean clear) {
        static final Found NONE = new Found(0, BigDecimal.ZERO, true);
    }

    /// The number that begins at token `i`, as long as it goes on before `end`.
    static Found at(List<Token> tokens, int i, int end) {
        Token token = tokens.get(i);
        if (token.isNumber()) {
            return digits(tokens, i, end);
        }
        boolean article = token.is("a") || token.is("an");
        if (article && i + 1 < end) {
            String next = tokens.get(i + 1).word();
            if (COLLECTIVE.containsKey(next)) {
                return collective(tokens, i + 1, end, 1, 1);
            }
            if (LARGE.containsKey(next)) {
                return words(tokens, i + 1, end, 1, 1);
            }
            if (next.equals("half") || next.equals("quarter")) {
                return new Found(2, next.equals("half") ? new BigDecimal("0.5") : new BigDecimal("0.25"), true);
            }
            return Found.NONE;
        }
        if (token.is("half")) {
            return half(tokens, i, end);
        }
        if (SMALL.containsKey(token.word())) {
            return words(tokens, i, end, 0, 0);
        }
        return COLLECTIVE.containsKey(token.word()) && token.is("dozen")
                ? new Found(1, BigDecimal.valueOf(12), true)
                : Found.NONE;
    }

    private static Found half(List<Token> tokens, int i, int end) {
        if (i + 1 < end && (tokens.get(i + 1).is("a") || tokens.get(i + 1).is("an"))) {
            if (i + 2 < end && tokens.get(i + 2).is("dozen")) {
                return new Found(3, BigDecimal.valueOf(6), true);
            }
            return new Found(2, new BigDecimal("0.5"), true);
        }
        boolean ofSomething = i + 1 < end && List.of("of", "my", "your", "the", "his", "her", "their", "our")
                .contains(tokens.get(i + 1).word());
        return new Found(1, new BigDecimal("0.5"), !ofSomething);
    }

    private static Found digits(List<Token> tokens, int i, int end) {
        String written = tokens.get(i).word();
        if (written.length() > MOST_DIGITS) {
            return new Found(1, BigDecimal.ZERO, false);
        }
        BigDecimal value = decimal(written);
        boolean clear = value != null;
        if (value == null) {
            return new Found(1, BigDecimal.ZERO, false);
        }
        if (i + 1 < end) {
            Token next = tokens.get(i + 1);
            Integer large = LARGE.get(next.word());
            if (large != null || next.is("dozen")) {
                return new Found(2, value.multiply(BigDecimal.valueOf(large == null ? 12 : large)), clear);
            }
            Found fraction = fraction(tokens, i + 1, end);
            if (fraction.length() > 0) {
                return new Found(1 + fraction.length(), value.add(fraction.value()), clear);
            }
        }
        return new Found(1, value, clear);
    }

    /// @return null where the digits could be read in two ways
    private static @org.jspecify.annotations.Nullable BigDecimal decimal(String written) {
        if (written.indexOf('/') >= 0) {
            return ratio(written);
        }
        int comma = written.indexOf(',');
        if (comma < 0) {
            return written.indexOf('.') == written.lastIndexOf('.') ? new BigDecimal(written) : null;
        }
        String[] groups = written.split("[,.]");
        for (int k = 1; k < groups.length; k++) {
            boolean tail = k == groups.length - 1 && written.indexOf('.') >= 0;
            if (groups[k].length() != 3 && !tail) {
                return null;
            }
        }
        String joined = written.replace(",", "");
        return joined.indexOf('.') == joined.lastIndexOf('.') ? new BigDecimal(joined) : null;
    }

    private static @org.jspecify.annotations.Nullable BigDecimal ratio(String written) {
        String[] parts = written.split("/");
        if (parts.length != 2 || written.indexOf('.') >= 0 || written.indexOf(',') >= 0) {
            return null;
        }
        BigDecimal below = new BigDecimal(parts[1]);
        return below.signum() == 0
                ? null
                : new BigDecimal(parts[0]).divide(below, 6, RoundingMode.HALF_EVEN).stripTrailingZeros();
    }

    private static Found collective(List<Token> tokens, int i, int end, int times, int before) {
        int value = COLLECTIVE.getOrDefault(tokens.get(i).word(), 0) * times;
        int length = before + 1;
        if (i + 1 < end && tokens.get(i + 1).is("more")) {
            length++;
        }
        return new Found(length, BigDecimal.valueOf(value), value > 0);
    }

    private static Found words(List<Token> tokens, int start, int end, int first, int before) {
        long total = 0;
        long current = first;
        int i = start;
        boolean unit = false;
        while (i < end && i - start < 12) {
            String word = tokens.get(i).word();
            Integer small = SMALL.get(word);
            Integer large = LARGE.get(word);
            if (small != null && (current % 100 == 0 || (small < 10 && current % 10 == 0 && current % 100 >= 20))
                    && !(unit && small >= 10 && current % 100 != 0)) {
                current += small;
                unit = true;
            } else if (large != null && current > 0) {
                current *= large;
                if (large >= 1000) {
                    total += current;
                    current = 0;
                }
            } else if (word.equals("dozen") && current > 0) {
                current *= 12;
            } else if (!(word.equals("and") && current % 100 == 0 && current > 0 && i + 1 < end
                    && SMALL.containsKey(tokens.get(i + 1).word()))) {
                break;
            }
            i++;
        }
        BigDecimal value = BigDecimal.valueOf(total + current);
        Found fraction = i < end ? fraction(tokens, i, end) : Found.NONE;
        return new Found(before + i - start + fraction.length(), value.add(fraction.value()), true);
    }

    /// `and a half`, `and a quarter`, `1/2` after a whole number.
    private static Found fraction(List<Token> tokens, int i, int end) {
        if (i + 2 < end && tokens.get(i).is("and") && tokens.get(i + 1).is("a")) {
            String part = tokens.get(i + 2).word();
            if (part.equals("half") || part.equals("quarter")) {
                return new Found(3, part.equals("half") ? new BigDecimal("0.5") : new BigDecimal("0.25"), true);
            }
        }
        String word = tokens.get(i).word();
        return word.equals("1/2") || word.equals("1/4") || word.equals("3/4")
                ? new Found(1, java.util.Objects.requireNonNull(ratio(word)), true)
                : Found.NONE;
    }
}
