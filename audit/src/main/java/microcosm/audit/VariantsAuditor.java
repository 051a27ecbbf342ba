package microcosm.audit;

import java.util.List;
import java.util.regex.Matcher;

/// Spaces, hyphens, quotes and line ends in variants that look alike. See `pages/variants.md`.
public final class VariantsAuditor extends ChoiceAuditor {
    public VariantsAuditor() {
        super("variants", List.of(
                TextStreams.of("gaps between words", "(?<=\\S)[ \\u00A0\\u202F\\u2009\\u2007\\u3000\\t]+(?=\\S)",
                        match -> match.group().equals(" ")
                                ? "one space"
                                : match.group().chars().allMatch(c -> c == ' ') ? "several spaces" : "another space"),
                TextStreams.of("apostrophes", "(?<=\\p{L})['\\u2019\\u02BC](?=\\p{L})", Matcher::group),
                TextStreams.of("quotation marks", "[\"\\u201C\\u201D]",
                        match -> match.group().equals("\"") ? "straight" : "curly"),
                TextStreams.of("hyphens", "(?<=\\p{L})[-\\u2010\\u2011](?=\\p{L})", Matcher::group),
                TextStreams.of("dashes", "\\s-\\s|\\s--\\s|\\s?[\\u2013\\u2014]\\s?", Matcher::group),
                TextStreams.of("ends of messages", "(?s)\\s*\\z",
                        match -> match.group().isEmpty() ? "nothing" : "white space"),
                TextStreams.of("line ends", "[ \\t]*\\r?\\n+", match -> match.group().length() == 1
                        ? "plain"
                        : match.group().replaceAll("[^\\n]", "").length() > 1 ? "blank line" : "white space before")),
                5);
    }
}
