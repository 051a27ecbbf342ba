package microcosm.memory;

import java.util.List;

import org.jspecify.annotations.Nullable;

/// One person's fresh memories as candidates. What is computed of them is computed exactly as of those in the index.
record Tail(List<Fresh> entries, int first) implements Origin {
    /// @param cue null where relevance does not count
    /// @param words whether words count
    static void gather(Life life, @Nullable Quantised cue, boolean words, Vectors vectors, Candidates candidates) {
        var tail = new Tail(List.copyOf(life.fresh), candidates.size);
        candidates.from(tail);
        for (int i = 0; i < tail.entries.size(); i++) {
            Fresh entry = tail.entries.get(i);
            Remembrance memory = entry.memory;
            int slot = candidates.add(i, entry.ordinal, memory.event().step(), memory.importance(), memory.always());
            candidates.since[slot] = memory.step();
            candidates.length[slot] = words ? entry.terms().length() : 0;
            if (cue != null) {
                Quantised vector = entry.vector(vectors);
                candidates.relevance[slot] = cue.cosine(Quantised.dot(cue.values(), vector.values(), 0),
                        vector.perLength());
            }
        }
    }

    @Override
    public Remembrance memory(int place) { return entries.get(place).memory; }

    @Override
    public void match(String term, Matches matches) {
        for (int i = 0; i < entries.size(); i++) {
            int count = entries.get(i).terms().count(term);
            if (count > 0) {
                matches.add(first + i, count);
            }
        }
    }
}
