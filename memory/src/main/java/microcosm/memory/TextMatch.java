package microcosm.memory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import microcosm.trace.Explanation;

/// Shared words, weighed by how rare they are among the memories of the person who recalls: BM25 with k₁ = 1.2 and b = 0.75, divided by
/// the score that a memory saturated with every known word of the cue would approach. Whatever other people remember is no part of it.
///
/// Each sum runs over the cue's terms in order of their characters, and every logarithm is the portable one, so that scores are the
/// same to the bit wherever they are computed.
///
/// Source: Robertson and Zaragoza 2009, "The Probabilistic Relevance Framework: BM25 and Beyond", Foundations and Trends in Information
/// Retrieval 3(4), with Lucene's idf, which is never negative.
final class TextMatch {
    private static final double K1 = 1.2;
    private static final double B = 0.75;

    private final Candidates candidates;
    private final List<Found> found = new ArrayList<>();
    private double averageLength;
    private double best;

    TextMatch(Candidates candidates) { this.candidates = candidates; }

    /// Fills the column `text`.
    void score(Terms cue) {
        long words = 0;
        for (int slot = 0; slot < candidates.size; slot++) {
            words += candidates.length[slot];
        }
        averageLength = words / (double) Math.max(1, candidates.size);
        for (String term : cue.terms()) {
            var matches = new Found(term);
            for (Origin origin : candidates.origins()) {
                origin.match(term, matches);
            }
            if (matches.size > 0) {
                double in = matches.size;
                matches.rarity = StrictMath.log(1 + (candidates.size - in + 0.5) / (in + 0.5));
                best += matches.rarity * (K1 + 1);
                found.add(matches);
            }
        }
        for (Found matches : found) {
            for (int i = 0; i < matches.size; i++) {
                candidates.text[matches.slots[i]] += part(matches, i);
            }
        }
    }

    private double part(Found matches, int i) {
        double count = matches.counts[i];
        double length = candidates.length[matches.slots[i]] / averageLength;
        return matches.rarity * (count * (K1 + 1) / (count + K1 * (1 - B + B * length))) / best;
    }

    List<Explanation> explanations(int slot) {
        var parts = new ArrayList<Explanation>();
        for (Found matches : found) {
            int i = Arrays.binarySearch(matches.slots, 0, matches.size, slot);
            if (i >= 0) {
                parts.add(new Explanation(part(matches, i), matches.what(candidates.size)));
            }
        }
        return parts;
    }

    /// Where one term of the cue occurs; slots ascend.
    private static final class Found implements Origin.Matches {
        private final String term;
        private int size;
        private int[] slots = new int[16];
        private int[] counts = new int[16];
        private double rarity;
        private String what = "";

        Found(String term) { this.term = term; }

        @Override
        public void add(int slot, int count) {
            if (size == slots.length) {
                slots = Arrays.copyOf(slots, size * 2);
                counts = Arrays.copyOf(counts, size * 2);
            }
            slots[size] = slot;
            counts[size++] = count;
        }

        String what(int of) {
            if (what.isEmpty()) {
                what = "\"" + term + "\", in " + size + " of " + of + " memories";
            }
            return what;
        }
    }
}
