package microcosm.models;

import java.util.Locale;

/// Words and pieces of words, hashed into a fixed number of signed counts. Needs no weights, no network and no floating point: every
/// value is a small whole number, the same on every machine. Knows spelling, not meaning: `mill` is near `miller`, not near `grinding`.
///
/// Each word of a text counts three times as itself and once for each run of three and four letters of `<word>`. A feature's hash
/// chooses its dimension and its sign, so that collisions cancel on average.
///
/// Sources: Weinberger et al. 2009, "Feature Hashing for Large Scale Multitask Learning" (arXiv 0902.2206); Bojanowski et al. 2017,
/// "Enriching Word Vectors with Subword Information" (arXiv 1607.04606).
public final class HashedEmbedder implements Embedder {
    private static final long OFFSET = 0xcbf29ce484222325L;
    private static final long PRIME = 0x100000001b3L;
    private static final int WHOLE_WORD = 3;
    private static final int SHORTEST = 3;
    private static final int LONGEST = 4;

    private final int dimensions;

    public HashedEmbedder() { this(256); }

    /// @param dimensions at least 8
    public HashedEmbedder(int dimensions) {
        if (dimensions < 8) {
            throw new IllegalArgumentException("dimensions " + dimensions + " must be at least 8");
        }
        this.dimensions = dimensions;
    }

    @Override
    public String name() { return "hashed-" + dimensions + "-v1"; }

    @Override
    public int dimensions() { return dimensions; }

    @Override
    public boolean exact() { return true; }

    @Override
    public float[] vector(String text) {
        float[] counts = new float[dimensions];
        String lower = text.toLowerCase(Locale.ROOT);
        int start = -1;
        for (int i = 0; i <= lower.length(); i++) {
            boolean inWord = i < lower.length() && Character.isLetterOrDigit(lower.charAt(i));
            if (inWord && start < 0) {
                start = i;
            } else if (!inWord && start >= 0) {
                word(lower, start, i, counts);
                start = -1;
            }
        }
        return counts;
    }

    private static void word(String text, int from, int to, float[] counts) {
        count(hash(text, from, to, from, to), WHOLE_WORD, counts);
        for (int size = SHORTEST; size <= LONGEST; size++) {
            for (int i = from - 1; i + size <= to + 1; i++) {
                count(hash(text, i, i + size, from, to), 1, counts);
            }
        }
    }

    /// FNV-1a over the characters; what lies before the word reads as `<`, what lies after it as `>`.
    private static long hash(String text, int from, int to, int wordFrom, int wordTo) {
        long hash = OFFSET;
        for (int i = from; i < to; i++) {
            char letter = i < wordFrom ? '<' : i >= wordTo ? '>' : text.charAt(i);
            hash = (hash ^ letter) * PRIME;
        }
        return (hash ^ (to - from)) * PRIME;
    }

    private static void count(long hash, int weight, float[] counts) {
        long mixed = (hash ^ (hash >>> 32)) * 0x9e3779b97f4a7c15L;
        int dimension = (int) ((mixed >>> 33) % counts.length);
        counts[dimension] += (mixed & (1L << 32)) == 0 ? weight : -weight;
    }
}
