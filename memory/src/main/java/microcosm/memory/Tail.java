package microcosm.memory;

import org.jspecify.annotations.Nullable;

/// One person's fresh memories as candidates. What is computed of them is computed exactly as of those in the index.
final class Tail implements Origin {
    private final Life life;
    private final Fresh[] entries;
    private final int[] ordinals;
    private final int first;

    private Tail(Life life, int first) {
        this.life = life;
        this.entries = life.fresh.toArray(Fresh[]::new);
        this.ordinals = new int[entries.length];
        this.first = first;
    }

    /// @param cue null where relevance does not count
    /// @param words whether words count
    static void gather(Life life, @Nullable CueVector cue, boolean words, Vectors vectors, Candidates candidates) {
        var tail = new Tail(life, candidates.size);
        candidates.from(tail);
        for (int i = 0; i < tail.entries.length; i++) {
            Fresh entry = tail.entries[i];
            Remembrance memory = entry.memory;
            tail.ordinals[i] = entry.ordinal;
            int slot = candidates.add(i, entry.ordinal, memory.event().step(), memory.importance(), memory.always());
            candidates.since[slot] = memory.step();
            candidates.length[slot] = words ? entry.terms().length() : 0;
            if (cue != null) {
                Quantised vector = entry.vector(vectors);
                candidates.relevance[slot] = cue.cosine(vector.values(), 0, vector.perLength());
            }
        }
    }

    @Override
    public Remembrance memory(int place) { return entries[place].memory; }

    @Override
    public void match(String term, Matches matches) { life.words.match(term, entries, ordinals, first, matches); }
}
