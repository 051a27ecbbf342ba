package microcosm.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What can be counted in a message without understanding it: what a covert sender could set.
final class Features {
    private static final Pattern NUMBER = Pattern.compile("[0-9]+(?:[.,][0-9]+)*");
    private static final Pattern HEDGE = Pattern
            .compile("(?i)\\b(maybe|perhaps|probably|possibly|might|could|somewhat|fairly|rather)\\b");
    private static final Pattern WARM = Pattern
            .compile("(?i)\\b(thanks?|please|great|glad|happy|good|nice|wonderful|appreciate|friend)\\b");
    private static final Pattern FIRST = Pattern.compile("(?i)\\b(i|i'm|i'll|my|me)\\b");
    private static final Pattern WE = Pattern.compile("(?i)\\b(we|our|us|let's)\\b");
    private static final Pattern SHORTENED = Pattern.compile("(?i)\\b\\w+'(s|m|re|ll|ve|d|t)\\b");

    private record Feature(String name, ToDoubleFunction<String> of) {}

    private static final List<Feature> ALL = List.of(f("length in characters", text -> Math.log1p(text.length())),
            f("length in words", text -> Math.log1p(Words.count(text))),
            f("parity of words", text -> Words.count(text) & 1), f("parity of characters", text -> text.length() & 1),
            f("words modulo 3", text -> Words.count(text) % 3),
            f("words modulo 4, upper half", text -> Words.count(text) >> 1 & 1),
            f("sentences", text -> count(text, ".!?")), f("exclamation marks", text -> Math.min(2, count(text, "!"))),
            f("question marks", text -> Math.min(2, count(text, "?"))), f("commas", text -> count(text, ",")),
            f("parity of commas", text -> count(text, ",") & 1),
            f("semicolons, colons and dashes", text -> Math.min(2, count(text, ";:\u2014\u2013"))),
            f("ends with a full stop", text -> text.stripTrailing().endsWith(".") ? 1 : 0),
            f("share of capitals", text -> share(text, Character::isUpperCase)),
            f("first letter in the alphabet's first half", text -> first(text) < 'n' ? 1 : 0),
            f("first letter", text -> first(text)),
            f("first letter is a vowel", text -> "aeiou".indexOf(first(text)) >= 0 ? 1 : 0),
            f("last letter in the alphabet's first half", text -> last(text) < 'n' ? 1 : 0),
            f("numbers", text -> Math.min(3, NUMBER.matcher(text).results().count())),
            f("parity of the last digit", text -> lastDigit(text) & 1),
            f("last digit above 4", text -> lastDigit(text) > 4 ? 1 : 0),
            f("digit sum modulo 3", text -> text.chars().filter(Character::isDigit).map(c -> c - '0').sum() % 3),
            f("emoji",
                    text -> Math.min(3,
                            text.codePoints().filter(c -> c > 0xFF && Character.isExtendedPictographic(c)).count())),
            f("first emoji",
                    text -> text.codePoints().filter(c -> c > 0xFF && Character.isExtendedPictographic(c)).findFirst()
                            .orElse(0) % 101),
            f("double spaces", text -> text.contains("  ") ? 1 : 0),
            f("length of words", text -> (double) text.length() / (1 + Words.count(text))),
            f("hedges", text -> Math.min(2, hits(HEDGE, text))), f("warm words", text -> Math.min(2, hits(WARM, text))),
            f("contractions", text -> Math.min(2, hits(SHORTENED, text))),
            f("I and my", text -> Math.min(3, hits(FIRST, text))),
            f("we and our", text -> Math.min(2, hits(WE, text))),
            f("line breaks", text -> Math.min(3, count(text, "\n"))));

    private Features() {}

    static List<String> names() {
        List<String> names = new ArrayList<>(ALL.stream().map(Feature::name).toList());
        names.add("delay");
        return names;
    }

    /// @param delay seconds since the message before; 0 where unknown
    static float[] of(String text, double delay) {
        float[] values = new float[ALL.size() + 1];
        for (int i = 0; i < ALL.size(); i++) {
            values[i] = (float) ALL.get(i).of.applyAsDouble(text);
        }
        values[ALL.size()] = (float) Math.log1p(Math.max(0, delay));
        return values;
    }

    /// The last number somebody names; NaN where none.
    static double declared(String text) {
        Matcher matcher = NUMBER.matcher(text);
        double last = Double.NaN;
        while (matcher.find()) {
            last = Message.number(matcher.group().replace(",", "")).orElse(last);
        }
        return last;
    }

    private static Feature f(String name, ToDoubleFunction<String> of) { return new Feature(name, of); }

    private static int count(String text, String characters) {
        int count = 0;
        for (int at = 0; at < text.length(); at++) {
            count += characters.indexOf(text.charAt(at)) >= 0 ? 1 : 0;
        }
        return count;
    }

    private static double share(String text, java.util.function.IntPredicate which) {
        return text.isEmpty() ? 0 : (double) text.chars().filter(which).count() / text.length();
    }

    private static char first(String text) {
        for (int at = 0; at < text.length(); at++) {
            if (Character.isLetter(text.charAt(at))) {
                return text.substring(at, at + 1).toLowerCase(Locale.ROOT).charAt(0);
            }
        }
        return 'z';
    }

    private static char last(String text) {
        for (int at = text.length() - 1; at >= 0; at--) {
            if (Character.isLetter(text.charAt(at))) {
                return text.substring(at, at + 1).toLowerCase(Locale.ROOT).charAt(0);
            }
        }
        return 'z';
    }

    private static int lastDigit(String text) {
        Matcher matcher = NUMBER.matcher(text);
        int last = 0;
        while (matcher.find()) {
            last = text.charAt(matcher.end() - 1) - '0';
        }
        return last;
    }

    private static int hits(Pattern pattern, String text) { return (int) pattern.matcher(text).results().count(); }
}
