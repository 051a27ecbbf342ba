package microcosm.worlds;

import java.util.List;

/// What is worth quoting of a longer text: the words that another text does not have, with a few around them.
final class Excerpt {
    private static final int AROUND = 3;
    private static final int MOST = 40;

    private Excerpt() {}

    /// @param other what it is compared with; empty for nothing
    static String of(String text, String other) {
        List<String> words = List.of(text.strip().split("\\s+"));
        List<String> others = List.of(other.strip().split("\\s+"));
        int shorter = Math.min(words.size(), others.size());
        int same = 0;
        while (same < shorter && words.get(same).equals(others.get(same))) {
            same++;
        }
        int sameAtEnd = 0;
        while (sameAtEnd < shorter - same
                && words.get(words.size() - 1 - sameAtEnd).equals(others.get(others.size() - 1 - sameAtEnd))) {
            sameAtEnd++;
        }
        int from = Math.max(0, same - AROUND);
        int to = Math.min(words.size(), Math.max(from, words.size() - sameAtEnd + AROUND));
        int end = Math.min(to, from + MOST);
        return (from > 0 ? "… " : "") + String.join(" ", words.subList(from, end)) + (end < words.size() ? " …" : "");
    }
}
