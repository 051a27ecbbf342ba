package microcosm.memory;

import org.jspecify.annotations.Nullable;

/// One person's fresh memories as candidates. What is computed of them is computed exactly as of those in the index, and once: vectors and
/// words when they first matter. Safe for use by several threads that recall; whoever remembers or forgets is alone.
final class Tail {
    private final TailWords words = new TailWords();
    private Fresh[] entries = {};
    private Rows rows = new Rows(0, 0);
    private boolean related;
    private int compared;
    private int worded;

    /// What was known is no longer so: something was forgotten, or has gone into the index.
    synchronized void clear() {
        entries = new Fresh[0];
        rows.clear();
        compared = 0;
        worded = 0;
    }

    /// Nothing of it is listed any longer.
    synchronized void filed() {
        clear();
        words.clear();
    }

    /// @param cue null where relevance does not count
    /// @param spoken whether words count
    void gather(Life life, @Nullable CueVector cue, boolean spoken, Vectors vectors, Candidates candidates) {
        Rows ready = ready(life, cue == null ? null : vectors, spoken);
        candidates.from(new Part(this, entries, ready.ordinals(), candidates.size));
        ready.gather(0, life.forgotten, null, cue, candidates);
    }

    /// @param vectors null where they do not matter yet
    private synchronized Rows ready(Life life, @Nullable Vectors vectors, boolean spoken) {
        if (entries.length != life.fresh.size()) {
            entries = life.fresh.toArray(Fresh[]::new);
        }
        if (vectors != null && !related) {
            related = true;
            rows = new Rows(vectors.dimensions(), entries.length);
            worded = 0;
        }
        for (int i = rows.size(); i < entries.length; i++) {
            rows.add(entries[i].ordinal, entries[i].memory, 0);
        }
        for (; vectors != null && compared < entries.length; compared++) {
            Quantised vector = entries[compared].vector(vectors);
            rows.vector(compared, vector.values(), 0, vector.perLength());
        }
        for (; spoken && worded < entries.length; worded++) {
            rows.words(worded, entries[worded].terms().length());
        }
        return rows;
    }

    /// Those that were gathered.
    ///
    /// @param ordinals theirs, and perhaps more
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Part(Tail tail, Fresh[] entries, int[] ordinals, int first) implements Origin {
        @Override
        public Remembrance memory(int place) { return entries[place].memory; }

        @Override
        public void match(String term, Matches matches) { tail.words.match(term, entries, ordinals, first, matches); }
    }
}
