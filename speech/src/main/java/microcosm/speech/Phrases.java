package microcosm.speech;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Words and phrases of several words, each standing for something, found at a place in a text; the longest wins.
final class Phrases<T> {
    private final Map<String, List<Entry<T>>> byFirst = new LinkedHashMap<>();

    private record Entry<T>(List<String> words, List<T> meanings) {}

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
        List<Entry<T>> entries = byFirst.computeIfAbsent(words.getFirst(), first -> new ArrayList<>());
        for (Entry<T> entry : entries) {
            if (entry.words.equals(words)) {
                if (!entry.meanings.contains(meaning)) {
                    entry.meanings.add(meaning);
                }
                return;
            }
        }
        entries.add(new Entry<>(words, new ArrayList<>(List.of(meaning))));
        entries.sort((a, b) -> Integer.compare(b.words.size(), a.words.size()));
    }

    /// @return the length in tokens and the meanings of the longest phrase that begins at `i` and ends before `end`; length 0
    ///         where there is none
    Match<T> at(List<Token> tokens, int i, int end) {
        List<Entry<T>> entries = byFirst.get(tokens.get(i).word());
        if (entries != null) {
            for (Entry<T> entry : entries) {
                if (fits(entry.words, tokens, i, end)) {
                    return new Match<>(entry.words.size(), entry.meanings);
                }
            }
        }
        return new Match<>(0, List.of());
    }

    private static boolean fits(List<String> words, List<Token> tokens, int i, int end) {
        if (i + words.size() > end) {
            return false;
        }
        for (int k = 1; k < words.size(); k++) {
            if (!tokens.get(i + k).word().equals(words.get(k))) {
                return false;
            }
        }
        return true;
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
