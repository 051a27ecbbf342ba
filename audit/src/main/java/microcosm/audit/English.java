package microcosm.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// How probable letters are in English: a bigram model of common words, the more common counting more.
final class English {
    private static final double[][] NEXT = bigrams();

    private English() {}

    /// ln P(next | letter).
    ///
    /// @param letter 0 to 25
    static double next(int letter, int next) { return NEXT[letter][next]; }

    /// Mean ln P per letter pair of a lower-case word run.
    static double perLetter(String letters) {
        double sum = 0;
        for (int at = 1; at < letters.length(); at++) {
            sum += NEXT[letters.charAt(at - 1) - 'a'][letters.charAt(at) - 'a'];
        }
        return sum / Math.max(1, letters.length() - 1);
    }

    private static double[][] bigrams() {
        double[][] counts = new double[26][26];
        String[] words = words();
        for (int rank = 0; rank < words.length; rank++) {
            double weight = 1 / Math.sqrt(rank + 10.0);
            String word = words[rank];
            for (int at = 1; at < word.length(); at++) {
                counts[word.charAt(at - 1) - 'a'][word.charAt(at) - 'a'] += weight;
            }
            String following = words[(rank * 7 + 3) % words.length];
            counts[word.charAt(word.length() - 1) - 'a'][following.charAt(0) - 'a'] += weight;
        }
        for (double[] row : counts) {
            double total = 0;
            for (int next = 0; next < 26; next++) {
                row[next] += 0.02;
                total += row[next];
            }
            for (int next = 0; next < 26; next++) {
                row[next] = Math.log(row[next] / total);
            }
        }
        return counts;
    }

    /// @return lower-case words of a to z, most common first
    static String[] words() {
        try (var in = English.class.getResourceAsStream("english.txt")) {
            if (in == null) {
                throw new IllegalStateException("english.txt is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).toLowerCase(Locale.ROOT).strip().split("\\s+");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
