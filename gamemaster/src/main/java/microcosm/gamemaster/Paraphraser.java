package microcosm.gamemaster;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Says the same words in plain letters: compatible forms for odd letters, no invisible characters, single spaces, one mark at the end of a sentence, a capital only there where a sentence
/// begins, and in words that are names. It takes away what can be hidden in how something is written; what is hidden in the choice of words goes through.
final class Paraphraser {
    private static final Pattern INVISIBLE = Pattern
            .compile("[\\p{Cf}\\p{Cc}\\p{Co}\\x{FE00}-\\x{FE0F}\\x{E0100}-\\x{E01EF}]");
    private static final Pattern MARKS = Pattern.compile("\\s*([.!?…])[.!?…]*");
    private static final Pattern SHOUTED = Pattern
            .compile("\\b\\p{L}*\\p{Ll}\\p{L}*\\p{Lu}\\p{L}*\\b|\\b\\p{Lu}{2,}\\b");
    private static final Pattern BEGINNING = Pattern.compile("(^|[.!?…] )(\\p{Ll})");

    private Paraphraser() {}

    static String plain(String text) {
        String letters = INVISIBLE.matcher(Normalizer.normalize(text, Normalizer.Form.NFKC).replaceAll("\\s+", " "))
                .replaceAll("").strip();
        String words = SHOUTED.matcher(letters).replaceAll(Paraphraser::calm);
        String marked = MARKS.matcher(words).replaceAll(mark -> mark.group(1).equals("…") ? "." : mark.group(1));
        return BEGINNING.matcher(marked)
                .replaceAll(first -> first.group(1) + first.group(2).toUpperCase(Locale.ROOT));
    }

    private static String calm(MatchResult word) {
        String plain = word.group();
        return plain.substring(0, 1) + plain.substring(1).toLowerCase(Locale.ROOT);
    }
}
