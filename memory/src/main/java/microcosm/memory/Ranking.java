package microcosm.memory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import microcosm.trace.Explanation;

/// Weighs the parts, orders the candidates, and says why.
///
/// Every number here follows from whole numbers and from the options of the world by operations that IEEE 754 and the portable
/// mathematics library define to the last bit, done in one order. The sum over parts is per candidate, so that neither the place a
/// candidate was read from nor the company it was read in can change it, but for what [Weighting.Scale#MIN_MAX] asks for.
final class Ranking {
    private final Weighting weighting;
    private final Decay decay;

    Ranking(Weighting weighting) {
        this.weighting = weighting;
        this.decay = new Decay(weighting.decay(),
                weighting.clock() == Weighting.Clock.HOURS ? weighting.hoursPerStep() : 1);
    }

    /// @param candidates with `relevance`, `importance` and `since` filled in
    /// @param cue the cue's terms; without any, words do not count
    /// @param related whether the cue has a vector; without one, relevance does not count
    /// @return what comes up, best first
    Ranked best(Candidates candidates, Terms cue, boolean related, int step, int limit) {
        int[] ages = ages(candidates, step);
        var text = new TextMatch(candidates);
        boolean worded = cue.length() > 0 && weighting.text() > 0;
        if (worded) {
            text.score(cue);
        }
        List<Part> parts = parts(candidates, related, worded);
        score(candidates, parts);
        int[] best = new Best(candidates, limit).first();
        var recollections = new ArrayList<Recollection>(best.length);
        for (int slot : best) {
            List<Explanation> words = worded ? text.explanations(slot) : List.of();
            recollections
                    .add(new Recollection(candidates.memory(slot), why(candidates, slot, parts, words, ages[slot])));
        }
        return new Ranked(best, recollections);
    }

    /// @return relevance, text, recency and importance
    private List<Part> parts(Candidates candidates, boolean related, boolean worded) {
        int size = candidates.size;
        return List.of(
                new Part("relevance", "cosine of cue and memory", related ? weighting.relevance() : 0,
                        candidates.relevance, size, weighting),
                new Part("text", "words shared with the cue", worded ? weighting.text() : 0, candidates.text, size,
                        weighting),
                new Part("recency", "recency", weighting.recency(), candidates.recency, size, weighting),
                new Part("importance", "importance as it was lived through", weighting.importance(),
                        candidates.importance, size, weighting));
    }

    /// Fills the column `score`. Small loops, one after another: the compiler takes seconds for one that does everything.
    private static void score(Candidates candidates, List<Part> parts) {
        Arrays.fill(candidates.score, 0, candidates.size, 0);
        for (Part part : parts) {
            part.addTo(candidates.score, candidates.size);
        }
        if (candidates.anyAlways) {
            liftAlways(candidates);
        }
    }

    private static void liftAlways(Candidates candidates) {
        double highest = Double.NEGATIVE_INFINITY;
        for (int slot = 0; slot < candidates.size; slot++) {
            highest = Math.max(highest, candidates.score[slot]);
        }
        for (int slot = 0; slot < candidates.size; slot++) {
            if (candidates.always[slot]) {
                candidates.score[slot] = highest + 1;
            }
        }
    }

    private Explanation why(Candidates candidates, int slot, List<Part> parts, List<Explanation> words, int age) {
        var why = new ArrayList<Explanation>(parts.size());
        parts.get(0).explain(slot, List.of(), why);
        parts.get(1).explain(slot, words, why);
        parts.get(2).explain(slot, List.of(new Explanation(age, ageUnit())), why);
        parts.get(3).explain(slot, List.of(), why);
        return new Explanation(candidates.score[slot],
                candidates.always[slot] ? "always comes up: 1 above the best sum" : "sum of weighted parts", why);
    }

    /// @param slots of the recollections, in the same order
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Ranked(int[] slots, List<Recollection> recollections) {}

    private String ageUnit() {
        if (weighting.clock() == Weighting.Clock.RANK) {
            return "memories that are more recent";
        }
        return weighting.since() == Weighting.Since.LIVED
                ? "steps since it was lived through"
                : "steps since it last came up";
    }

    /// Fills the column `recency`.
    private int[] ages(Candidates candidates, int step) {
        int[] ages = weighting.clock() == Weighting.Clock.RANK ? ranks(candidates) : new int[candidates.size];
        int oldest = 0;
        for (int slot = 0; slot < candidates.size; slot++) {
            if (weighting.clock() == Weighting.Clock.HOURS) {
                ages[slot] = Math.max(0, step - candidates.since[slot]);
            }
            oldest = Math.max(oldest, ages[slot]);
        }
        double[] table = decay.upTo(oldest);
        for (int slot = 0; slot < candidates.size; slot++) {
            candidates.recency[slot] = decay.of(ages[slot], table);
        }
        return ages;
    }

    /// @return for each slot how many are more recent; within a step, what was remembered later is
    private static int[] ranks(Candidates candidates) {
        long[] moments = new long[candidates.size];
        boolean inOrder = true;
        for (int slot = 0; slot < moments.length; slot++) {
            moments[slot] = ((long) candidates.since[slot] << 32) | candidates.ordinal[slot];
            inOrder &= slot == 0 || moments[slot - 1] < moments[slot];
        }
        int[] ranks = new int[moments.length];
        long[] sorted = moments;
        if (!inOrder) {
            sorted = moments.clone();
            Arrays.sort(sorted);
        }
        for (int slot = 0; slot < ranks.length; slot++) {
            ranks[slot] = ranks.length - 1 - (inOrder ? slot : Arrays.binarySearch(sorted, moments[slot]));
        }
        return ranks;
    }
}
