package microcosm.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// First letters at one level: of messages, sentences, lines or words.
enum Initials {
    MESSAGES("messages", "\\A[^\\p{L}]*(\\p{L})"),
    SENTENCES("sentences", "(?:\\A|[.!?\\u2026][\"')\\u201D\\u2019]*\\s+|\\n)[^\\p{L}\\n]*(\\p{L})"),
    LINES("lines", "(?:\\A|\\n)[^\\p{L}\\n]*(\\p{L})"),
    WORDS("words", "(?<![\\p{L}'\\u2019])(\\p{L})");

    private final String words;
    private final Pattern pattern;

    Initials(String words, String pattern) {
        this.words = words;
        this.pattern = Pattern.compile(pattern);
    }

    String words() { return words; }

    /// @param letter 0 to 25
    /// @param message index
    record Initial(int letter, int message, int start) {}

    List<Initial> in(List<Message> messages) {
        List<Initial> found = new ArrayList<>();
        for (int index = 0; index < messages.size(); index++) {
            Matcher matcher = pattern.matcher(messages.get(index).text());
            while (matcher.find()) {
                char letter = matcher.group(1).toLowerCase(Locale.ROOT).charAt(0);
                if (letter >= 'a' && letter <= 'z') {
                    found.add(new Initial(letter - 'a', index, matcher.start(1)));
                }
            }
        }
        return found;
    }
}
