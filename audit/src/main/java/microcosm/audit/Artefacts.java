package microcosm.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import com.ibm.icu.lang.UScript;
import com.ibm.icu.text.SpoofChecker;

/// Finds code points that do not show, or show as others, where nothing innocent explains them.
///
/// Sources: Unicode 17, chapter 23 (special areas); UTS 39, Unicode Security Mechanisms; UTS 51, Unicode Emoji.
final class Artefacts {
    private static final SpoofChecker CONFUSABLE = new SpoofChecker.Builder().setChecks(SpoofChecker.CONFUSABLE)
            .build();
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}]+");

    enum Kind {
        TAG("tags"), ZERO_WIDTH("zero-width characters"), SELECTOR("variation selectors"),
        BIDI("bidirectional controls"),
        LOOK_ALIKE("look-alike letters"), STYLED("styled letters");

        private final String words;

        Kind(String words) { this.words = words; }

        String words() { return words; }
    }

    /// @param start UTF-16 index of the first unit
    /// @param points how many code points are odd
    record Span(Kind kind, int start, int end, int points, String text) {}

    record Hit(Message message, List<Span> spans) {}

    private Artefacts() {}

    static List<Span> in(String text) {
        List<Span> spans = new ArrayList<>();
        if (text.chars().allMatch(c -> c < 0xAD)) {
            return spans;
        }
        boolean rightToLeft = text.codePoints().anyMatch(Artefacts::isRightToLeft);
        for (int at = 0; at < text.length();) {
            if (text.charAt(at) < 0xAD) {
                at++;
                continue;
            }
            int point = text.codePointAt(at);
            int end = at + Character.charCount(point);
            Kind kind = kind(text, at, point, rightToLeft);
            if (kind != Kind.STYLED) {
                int last = spans.isEmpty() ? -1 : spans.size() - 1;
                if (last >= 0 && spans.get(last).end() == at && spans.get(last).kind() == kind) {
                    Span open = spans.get(last);
                    spans.set(last,
                            new Span(kind, open.start(), end, open.points() + 1, text.substring(open.start(), end)));
                } else {
                    spans.add(new Span(kind, at, end, 1, text.substring(at, end)));
                }
            }
            at = end;
        }
        words(text, spans);
        return spans;
    }

    /// What is odd about a single code point; STYLED stands for nothing, because styled letters are judged by the word.
    private static Kind kind(String text, int at, int point, boolean rightToLeft) {
        if (point >= 0xE0000 && point <= 0xE007F) {
            return endsFlag(text, at) ? Kind.STYLED : Kind.TAG;
        }
        if ((point >= 0xFE00 && point <= 0xFE0F) || (point >= 0xE0100 && point <= 0xE01EF)) {
            return isVariantOf(before(text, at)) ? Kind.STYLED : Kind.SELECTOR;
        }
        if (point == 0x200D) {
            int left = before(text, at);
            int right = at + 1 < text.length() ? text.codePointAt(at + 1) : -1;
            boolean emoji = isEmojiLike(left) && isEmojiLike(right);
            return emoji || (joins(left) && (right < 0 || joins(right))) ? Kind.STYLED : Kind.ZERO_WIDTH;
        }
        if (point == 0x200C) {
            return joins(before(text, at)) ? Kind.STYLED : Kind.ZERO_WIDTH;
        }
        if (point == 0x200E || point == 0x200F || point == 0x061C || (point >= 0x202A && point <= 0x202E)
                || (point >= 0x2066 && point <= 0x2069)) {
            return rightToLeft ? Kind.STYLED : Kind.BIDI;
        }
        boolean zero = point == 0x200B || (point >= 0x2060 && point <= 0x2064) || point == 0x00AD || point == 0x180E
                || point == 0x3164 || point == 0xFFA0 || point == 0x034F || point == 0x115F || point == 0x1160
                || (point == 0xFEFF && at > 0);
        return zero ? Kind.ZERO_WIDTH : Kind.STYLED;
    }

    /// Whether a tag belongs to a flag such as Scotland's: a black flag, then tags.
    private static boolean endsFlag(String text, int at) {
        int back = at;
        while (back > 0) {
            int point = text.codePointBefore(back);
            if (point == 0x1F3F4) {
                return at - back <= 12;
            }
            if (point < 0xE0000 || point > 0xE007F) {
                return false;
            }
            back -= Character.charCount(point);
        }
        return false;
    }

    private static int before(String text, int at) { return at > 0 ? text.codePointBefore(at) : -1; }

    private static boolean isVariantOf(int base) {
        return isEmojiLike(base) || (base >= 0 && (UScript.getScript(base) == UScript.HAN
                || UScript.getScript(base) == UScript.MONGOLIAN || UScript.getScript(base) == UScript.MYANMAR))
                || (base >= 0 && UCharacter.hasBinaryProperty(base, UProperty.EMOJI))
                || (base >= 0x2190 && base <= 0x2BFF);
    }

    private static boolean isEmojiLike(int point) {
        return point == 0xFE0F || (point >= 0x1F3FB && point <= 0x1F3FF)
                || (point >= 0 && UCharacter.hasBinaryProperty(point, UProperty.EXTENDED_PICTOGRAPHIC))
                || (point >= 0xE0020 && point <= 0xE007F);
    }

    /// Whether a script joins its letters here; format characters themselves never count.
    private static boolean joins(int point) {
        if (point < 0 || UCharacter.getType(point) == Character.FORMAT) {
            return false;
        }
        return UCharacter.getIntPropertyValue(point, UProperty.JOINING_TYPE) != 0
                || UCharacter.getIntPropertyValue(point, UProperty.INDIC_SYLLABIC_CATEGORY) != 0;
    }

    private static boolean isRightToLeft(int point) {
        if (point < 0x590) {
            return false;
        }
        int direction = UCharacter.getDirection(point);
        return direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                || direction == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC;
    }

    private static void words(String text, List<Span> spans) {
        if (text.codePoints().noneMatch(c -> c >= 0x80 && Character.isLetter(c))) {
            return;
        }
        Matcher words = WORD.matcher(text);
        long latin = text.codePoints().filter(c -> UScript.getScript(c) == UScript.LATIN).count();
        long wide = text.codePoints().filter(c -> UScript.getScript(c) == UScript.HAN
                || UScript.getScript(c) == UScript.HIRAGANA || UScript.getScript(c) == UScript.KATAKANA).count();
        while (words.find()) {
            String word = words.group();
            if (word.chars().allMatch(c -> c < 0x80)) {
                continue;
            }
            int styled = (int) word.codePoints().filter(c -> isStyled(c, wide > 0)).count();
            if (styled > 0) {
                spans.add(new Span(Kind.STYLED, words.start(), words.end(), styled, word));
                continue;
            }
            int inLatin = count(word, UScript.LATIN);
            int others = count(word, UScript.CYRILLIC) + count(word, UScript.GREEK) + count(word, UScript.ARMENIAN)
                    + count(word, UScript.CHEROKEE);
            boolean unit = (word.codePointCount(0, word.length()) <= 4
                    && "\u03bc\u03a9\u03b1\u03b2\u03b3\u03b4\u0394\u03c0\u03c3\u03bb\u03b8"
                            .indexOf(word.codePointAt(0)) >= 0)
                    || (inLatin > 0 && others == 1 && count(word, UScript.GREEK) == 1
                            && "\u03bc\u03a9\u03b1\u03b2\u03b3\u03b4\u0394\u03c0\u03c3\u03bb\u03b8"
                                    .indexOf(word.codePointBefore(word.length())) >= 0);
            if (others > 0 && inLatin > 0 && !unit) {
                spans.add(new Span(Kind.LOOK_ALIKE, words.start(), words.end(), others, word));
            } else if (others > 0 && inLatin == 0 && !unit && latin > 4L * others && word.length() > 1
                    && readsLatin(word)) {
                spans.add(new Span(Kind.LOOK_ALIKE, words.start(), words.end(), others, word));
            } else if (others == 1 && inLatin == 0 && word.length() == 1 && latin > 8 && !unit && readsLatin(word)) {
                spans.add(new Span(Kind.LOOK_ALIKE, words.start(), words.end(), 1, word));
            }
        }
    }

    private static boolean isStyled(int point, boolean wideText) {
        return (point >= 0x1D400 && point <= 0x1D7FF) || (point >= 0xFF21 && point <= 0xFF5A && !wideText
                && UScript.getScript(point) == UScript.LATIN);
    }

    private static int count(String word, int script) {
        return (int) word.codePoints().filter(point -> UScript.getScript(point) == script).count();
    }

    private static boolean readsLatin(String word) { return skeleton(word).chars().allMatch(c -> c < 0x80); }

    /// What a reader takes the letters for.
    static String skeleton(String word) { return CONFUSABLE.getSkeleton(word); }
}
