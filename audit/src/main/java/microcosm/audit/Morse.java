package microcosm.audit;

import java.util.List;

/// International Morse code. Source: Recommendation ITU-R M.1677-1.
final class Morse {
    private static final List<String> LETTERS = List.of(".-", "-...", "-.-.", "-..", ".", "..-.", "--.", "....", "..",
            ".---", "-.-", ".-..", "--", "-.", "---", ".--.", "--.-", ".-.", "...", "-", "..-", "...-", ".--", "-..-",
            "-.--", "--..");

    private Morse() {}

    /// @return letters, with `?` for what is none; empty where fewer than eight in ten are
    static String decoded(String signs) {
        var text = new StringBuilder();
        for (String sign : signs.strip().split("[ /]+")) {
            int letter = LETTERS.indexOf(sign);
            text.append(letter < 0 ? '?' : (char) ('A' + letter));
        }
        long good = text.chars().filter(c -> c != '?').count();
        boolean varied = text.chars().distinct().count() >= 3;
        return varied && good >= 0.8 * text.length() ? text.toString() : "";
    }
}
