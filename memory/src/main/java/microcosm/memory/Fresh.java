package microcosm.memory;

import org.jspecify.annotations.Nullable;

/// A memory that is not in the index yet. What recall needs is made when it is first needed: many societies never recall in words.
final class Fresh {
    final int ordinal;
    final Remembrance memory;
    private volatile @Nullable Quantised vector;
    private volatile @Nullable Terms terms;

    Fresh(int ordinal, Remembrance memory) {
        this.ordinal = ordinal;
        this.memory = memory;
    }

    Quantised vector(Vectors vectors) {
        Quantised known = vector;
        if (known == null) {
            known = vectors.of(memory.text());
            vector = known;
        }
        return known;
    }

    Terms terms() {
        Terms known = terms;
        if (known == null) {
            known = Terms.of(memory.text());
            terms = known;
        }
        return known;
    }
}
