package microcosm.speech;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Words and phrases of several words, each standing for something, found at a place in a text; the longest wins.
final class Phrases<T> {
    /// First word → how many words, most first → the phrase → its meanings.
    private final Map<String, SortedMap<Integer, Map<String, List<T>>>> byFirst = new LinkedHashMap<>();

    record Match<T>(int length, List<T> meanings) {}

    static Phrases<Boolean> of(List<String> phrases) {
        var set = new Phrases<Boolean>();
        phrases.forEach(phrase -> set.put(phrase, true));
        return set;
    }

    void put(String phrase, T meaning) {
        List<String> words = List.of(phrase.strip().split(" +"));
        if (words.getFirst().isEmpty()) {
            return;
        }
        List<T> meanings = byFirst.computeIfAbsent(words.getFirst(), _ -> new TreeMap<>(Comparator.reverseOrder()))
                .computeIfAbsent(words.size(), _ -> new LinkedHashMap<>())
                .computeIfAbsent(String.join(" ", words), _ -> new ArrayList<>());
        if (!meanings.contains(meaning)) {
            meanings.add(meaning);
        }
    }

    /// @return the length in tokens and the meanings of the longest phrase that begins at `i` and ends before `end`; length 0
    ///         where there is none
    Match<T> at(List<Token> tokens, int i, int end) {
        var lengths = byFirst.get(tokens.get(i).word());
        if (lengths != null) {
            for (var phrases : lengths.entrySet()) {
                int length = phrases.getKey();
                List<T> meanings = i + length > end ? null : phrases.getValue().get(words(tokens, i, length));
                if (meanings != null) {
                    return new Match<>(length, meanings);
                }
            }
        }
        return new Match<>(0, List.of());
    }

    private static String words(List<Token> tokens, int from, int length) {
        String first = tokens.get(from).word();
        if (length == 1) {
            return first;
        }
        var words = new StringBuilder(first);
        for (Token token : tokens.subList(from + 1, from + length)) {
            words.append(' ').append(token.word());
        }
        return words.toString();
    }

    boolean has(List<Token> tokens, int i, int end) { return at(tokens, i, end).length() > 0; }

    /// @return the index of the first phrase in [from, to); -1 for none
    int find(List<Token> tokens, int from, int to) {
        for (int i = from; i < to; i++) {
            if (has(tokens, i, to)) {
                return i;
            }
        }
        return -1;
    }
}
