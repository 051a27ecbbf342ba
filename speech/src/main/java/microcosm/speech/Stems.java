package microcosm.speech;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What is left of a word when its endings are gone, and which words mean much the same or the opposite.
final class Stems {
    private static final Set<String> EMPTY = WordSet.of("the", "a", "an", "is", "are", "was", "were", "be", "been",
            "being",
            "will", "would", "shall", "should", "can", "could", "may", "might", "must", "of", "to", "in", "on", "at",
            "by",
            "for", "with", "and", "or", "that", "this", "these", "those", "it", "its", "there", "here", "has", "have",
            "had",
            "as", "his", "her", "their", "he", "she", "they", "we", "i", "you", "me", "my", "your", "our", "us", "them",
            "him",
            "do", "does", "did", "not", "no", "never", "than", "then", "so", "too", "very", "more", "most", "some",
            "any",
            "who", "which", "what", "when", "where", "from", "into", "out", "'s", "if", "but", "also", "only", "just",
            "all",
            "am", "because", "about", "every", "each", "none", "nor", "cannot", "one", "after", "before", "again",
            "going");
    private static final Map<String, String> BASES = new LinkedHashMap<>();
    private static final Map<String, List<Sense>> SENSES = new LinkedHashMap<>();

    /// @param same whether it stands on the first side of its line
    record Sense(int group, boolean same) {}

    static {
        for (String line : Lexicon.READING.words("irregular")) {
            String[] forms = line.split(" ");
            BASES.put(forms[1], forms[0]);
            BASES.put(forms[2], forms[0]);
        }
        int group = 0;
        for (Lexicon.Line line : Lexicon.READING.lines("sense")) {
            for (String word : line.words()) {
                SENSES.computeIfAbsent(stem(word), w -> new ArrayList<>()).add(new Sense(group, true));
            }
            for (String word : line.loose()) {
                SENSES.computeIfAbsent(stem(word), w -> new ArrayList<>()).add(new Sense(group, false));
            }
            group++;
        }
    }

    private Stems() {}

    static boolean isEmpty(String word) { return word.isEmpty() || EMPTY.contains(word); }

    static List<Sense> senses(String stem) { return SENSES.getOrDefault(stem, List.of()); }

    static String stem(String word) {
        String cut = BASES.getOrDefault(word, word);
        if (cut.length() > 4 && cut.endsWith("ies")) {
            cut = cut.substring(0, cut.length() - 3) + "y";
        } else if (cut.length() > 3 && cut.endsWith("s") && !cut.endsWith("ss") && !cut.endsWith("us")) {
            cut = cut.substring(0, cut.length() - 1);
        }
        if (cut.length() > 5 && cut.endsWith("ing")) {
            cut = undoubled(cut.substring(0, cut.length() - 3));
        } else if (cut.length() > 4 && cut.endsWith("ed")) {
            cut = undoubled(cut.substring(0, cut.length() - 2));
        } else if (cut.length() > 5 && cut.endsWith("ly")) {
            cut = cut.substring(0, cut.length() - 2);
        }
        if (cut.length() > 5 && cut.endsWith("er")) {
            cut = undoubled(cut.substring(0, cut.length() - 2));
        }
        return cut.length() > 3 && cut.endsWith("e") ? cut.substring(0, cut.length() - 1) : cut;
    }

    private static String undoubled(String word) {
        int n = word.length();
        return n > 3 && word.charAt(n - 1) == word.charAt(n - 2) && "lsz".indexOf(word.charAt(n - 1)) < 0
                ? word.substring(0, n - 1)
                : word;
    }
}
