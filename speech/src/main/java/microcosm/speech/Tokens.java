package microcosm.speech;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Takes a text apart into [Token]s, in one pass.
final class Tokens {
    /// How much of a text is read; what follows is heard, but nothing in it is done.
    static final int LONGEST = 20_000;

    /// Contractions, and what is typed for them in haste.
    private static final Map<String, String> EXPANSIONS = WordMap.of(Map.entry("won't", "will not"),
            Map.entry("can't", "can not"), Map.entry("cannot", "can not"), Map.entry("shan't", "shall not"),
            Map.entry("ain't", "am not"), Map.entry("let's", "let us"), Map.entry("lets", "let us"),
            Map.entry("gonna", "going to"), Map.entry("wanna", "want to"), Map.entry("gotta", "must"),
            Map.entry("gimme", "give me"), Map.entry("lemme", "let me"), Map.entry("im", "i am"),
            Map.entry("ive", "i have"), Map.entry("dont", "do not"), Map.entry("wont", "will not"),
            Map.entry("cant", "can not"), Map.entry("didnt", "did not"), Map.entry("isnt", "is not"),
            Map.entry("doesnt", "does not"), Map.entry("wouldnt", "would not"), Map.entry("youll", "you will"),
            Map.entry("youd", "you would"), Map.entry("thats", "that is"), Map.entry("its", "its"),
            Map.entry("havent", "have not"), Map.entry("id", "i would"), Map.entry("ill", "i will"),
            Map.entry("y'all", "you"), Map.entry("d'you", "do you"), Map.entry("'tis", "it is"),
            Map.entry("tis", "it is"), Map.entry("thx", "thanks"), Map.entry("ty", "thanks"),
            Map.entry("pls", "please"),
            Map.entry("plz", "please"), Map.entry("ur", "your"), Map.entry("u", "you"), Map.entry("thy", "your"),
            Map.entry("shouldnt", "should not"), Map.entry("wasnt", "was not"), Map.entry("couldnt", "could not"));

    private static final Map<String, String> ENDINGS = WordMap.of(Map.entry("n't", "not"), Map.entry("'ll", "will"),
            Map.entry("'d", "would"), Map.entry("'ve", "have"), Map.entry("'m", "am"), Map.entry("'re", "are"));

    /// Words after which `'s` is "is".
    private static final List<String> BEFORE_IS = List.of("it", "that", "he", "she", "there", "here", "what", "who",
            "where", "how", "this", "everyone", "everybody", "nobody");

    private final String text;
    private final List<Token> found = new ArrayList<>();

    private Tokens(String text) { this.text = text; }

    static List<Token> of(String text) {
        var tokens = new Tokens(text);
        tokens.scan(Math.min(text.length(), LONGEST));
        return tokens.found;
    }

    private void scan(int end) {
        int i = 0;
        while (i < end) {
            int point = text.codePointAt(i);
            int next = Math.min(end, i + Character.charCount(point));
            if (Character.isDigit(point) || (point == '-' && startsNegative(i, end))) {
                i = number(i, end);
            } else if (Character.isLetter(point)) {
                i = word(i, end);
            } else {
                mark(point, i, next);
                i = next;
            }
        }
    }

    private boolean startsNegative(int i, int end) {
        return i + 1 < end && Character.isDigit(text.charAt(i + 1))
                && (i == 0 || Character.isWhitespace(text.charAt(i - 1)) || text.charAt(i - 1) == '(');
    }

    private int number(int start, int end) {
        int i = start + 1;
        while (i < end && (Character.isDigit(text.charAt(i)) || isInsideNumber(i, end))) {
            i++;
        }
        var digits = new StringBuilder();
        for (int k = start; k < i; k++) {
            char c = text.charAt(k);
            digits.append(Character.isDigit(c) ? (char) ('0' + Character.digit(c, 10)) : c);
        }
        found.add(new Token(digits.toString(), (char) 0, start, i, false));
        return i;
    }

    private boolean isInsideNumber(int i, int end) {
        char c = text.charAt(i);
        return (c == '.' || c == ',' || c == '/') && i + 1 < end && Character.isDigit(text.charAt(i + 1));
    }

    private int word(int start, int end) {
        int i = start;
        while (i < end) {
            int point = text.codePointAt(i);
            boolean inside = Character.isLetter(point) || Character.getType(point) == Character.NON_SPACING_MARK
                    || Character.getType(point) == Character.FORMAT || (isApostrophe(point) && letterAt(i + 1, end));
            if (!inside) {
                break;
            }
            i = Math.min(end, i + Character.charCount(point));
        }
        add(plain(text.substring(start, i)), start, i);
        return i;
    }

    private boolean letterAt(int i, int end) { return i < end && Character.isLetter(text.codePointAt(i)); }

    private static boolean isApostrophe(int point) {
        return point == '\'' || point == '\u2019' || point == '\u02bc' || point == '`';
    }

    /// Lower case, no accents, straight apostrophes, nothing invisible.
    static String plain(String written) {
        boolean ascii = written.chars().allMatch(c -> c < 128);
        String lower = written.toLowerCase(Locale.ROOT).replace('`', '\'');
        if (ascii) {
            return lower;
        }
        var kept = new StringBuilder();
        Normalizer.normalize(lower, Normalizer.Form.NFKD).codePoints().forEach(point -> {
            int type = Character.getType(point);
            if (isApostrophe(point)) {
                kept.append('\'');
            } else if (type != Character.NON_SPACING_MARK && type != Character.FORMAT) {
                kept.appendCodePoint(point);
            }
        });
        return kept.toString();
    }

    private void add(String word, int from, int to) {
        boolean capital = Character.isUpperCase(text.codePointAt(from));
        String whole = EXPANSIONS.get(word);
        if (whole != null && !(word.equals("id") && text.charAt(from + 1) == 'D')) {
            for (String part : whole.split(" ")) {
                found.add(new Token(part, (char) 0, from, to, capital));
            }
            return;
        }
        int apostrophe = word.lastIndexOf('\'');
        if (apostrophe > 0) {
            split(word, apostrophe, from, to, capital);
        } else {
            found.add(new Token(word, (char) 0, from, to, capital));
        }
    }

    private void split(String word, int apostrophe, int from, int to, boolean capital) {
        boolean not = word.endsWith("n't");
        int cut = not ? word.length() - 3 : apostrophe;
        String stem = word.substring(0, cut);
        String ending = word.substring(cut);
        String meant = ENDINGS.get(ending);
        if (meant == null && ending.equals("'s")) {
            meant = BEFORE_IS.contains(stem) ? "is" : "'s";
        }
        if (meant == null) {
            found.add(new Token(word.replace("'", ""), (char) 0, from, to, capital));
            return;
        }
        int middle = Math.max(from + 1, to - ending.length());
        found.add(new Token(stem, (char) 0, from, middle, capital));
        found.add(new Token(meant, (char) 0, middle, to, false));
    }

    private void mark(int point, int from, int to) {
        char kind = switch (point) {
            case '.', '\u3002', '\uff0e' -> '.';
            case '!', '\u00a1', '\uff01' -> '!';
            case '?', '\u00bf', '\uff1f', '\u037e' -> '?';
            case ',', '\uff0c', '\u3001' -> ',';
            case ';' -> ';';
            case ':', '\uff1a' -> ':';
            case '"', '\u201c', '\u201d', '\u00ab', '\u00bb', '\u201e', '\u2018', '\u2019', '\'' -> '"';
            case '\n', '\u2028', '\u2029' -> '\n';
            case '\u2026' -> '\u2026';
            case '-', '\u2013', '\u2014', '\u2212' -> dash(point, from, to) ? '-' : 0;
            case '(', ')', '[', ']', '=', '/', '$', '\u20ac', '\u00a3', '*', '@', '|', '_' -> (char) point;
            case '&', '+' -> '&';
            case '\u00bd', '\u00bc', '\u00be' -> '\u00bd';
            default -> 0;
        };
        if (kind == '&') {
            found.add(new Token("and", (char) 0, from, to, false));
        } else if (kind == '\u00bd') {
            found.add(new Token(point == '\u00bd' ? "1/2" : point == '\u00bc' ? "1/4" : "3/4", (char) 0, from, to,
                    false));
        } else if (kind != 0) {
            found.add(new Token("", kind, from, to, false));
        }
    }

    /// A hyphen inside a word joins it; one between blanks, or a long one, parts.
    private boolean dash(int point, int from, int to) {
        boolean apart = point != '-' || from == 0 || to >= text.length() || !Character.isLetter(text.charAt(from - 1))
                || !Character.isLetter(text.charAt(to));
        return apart;
    }
}
