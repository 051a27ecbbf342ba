package microcosm.memory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/// One person's stretch of one segment of the index: neighbours, because the index is sorted by person and time.
///
/// Vectors are read from binary doc values and multiplied here, not by Lucene's vector search: its scorers return a float, in which
/// the whole-number product of two vectors has no room, and its text scores rest on statistics of the whole index. Doc values are copied out
/// a row at a time, so whoever recalls keeps the rows in heap as long as there is room; a segment never changes.
final class Slice {
    private static final int AT_ONCE = 16;

    private final String person;
    private final LeafReader segment;
    private final int from;
    private final int to;
    private final AtomicLong heap;
    private volatile @Nullable Rows kept;
    private long bytes;

    private Slice(String person, LeafReader segment, int from, int to, AtomicLong heap) {
        this.person = person;
        this.segment = segment;
        this.from = from;
        this.to = to;
        this.heap = heap;
    }

    /// @param heap bytes that may still be kept
    /// @return null if the person has nothing in that segment
    static @Nullable Slice of(String person, LeafReader segment, AtomicLong heap) throws IOException {
        TermsEnum people = segment.terms(Shelf.PERSON).iterator();
        if (!people.seekExact(new BytesRef(person))) {
            return null;
        }
        int first = people.postings(null, PostingsEnum.NONE).nextDoc();
        return new Slice(person, segment, first, first + people.docFreq(), heap);
    }

    /// Gives what is kept to the slice that now stands for the same stretch, or frees it.
    void handOver(List<Slice> now) {
        Object core = segment.getCoreCacheHelper().getKey();
        for (Slice other : now) {
            if (other.segment.getCoreCacheHelper().getKey().equals(core)) {
                other.kept = kept;
                other.bytes = bytes;
                return;
            }
        }
        heap.addAndGet(bytes);
    }

    /// Adds all that is not forgotten.
    ///
    /// @param cue null where relevance does not count
    void gather(Life life, @Nullable CueVector cue, Candidates candidates) throws IOException {
        int[] slots = life.forgotten.isEmpty() ? null : new int[to - from];
        candidates.from(new Part(candidates.size, slots));
        Rows rows = kept();
        if (rows != null) {
            rows.gather(0, life.forgotten, slots, cue, candidates);
            return;
        }
        var reading = new Reading();
        var some = new Rows(reading.dimensions(), Math.min(AT_ONCE, to - from));
        for (int at = from; at < to; at += AT_ONCE) {
            some.clear();
            reading.into(some, at, Math.min(to, at + AT_ONCE));
            some.gather(at - from, life.forgotten, slots, cue, candidates);
        }
    }

    private @Nullable Rows kept() throws IOException {
        Rows known = kept;
        return known == null ? keep() : known;
    }

    /// @return null if there is no room
    private synchronized @Nullable Rows keep() throws IOException {
        if (kept == null) {
            var reading = new Reading();
            long needed = Rows.bytes(to - from, reading.dimensions());
            if (heap.addAndGet(-needed) < 0) {
                heap.addAndGet(needed);
                return null;
            }
            var rows = new Rows(reading.dimensions(), to - from);
            reading.into(rows, from, to);
            bytes = needed;
            kept = rows;
        }
        return kept;
    }

    /// One pass over the rows.
    private final class Reading {
        private final BinaryDocValues values = segment.getBinaryDocValues(Shelf.ROW);

        Reading() throws IOException {}

        int dimensions() throws IOException { return Row.dimensions(row(from).length); }

        void into(Rows rows, int first, int last) throws IOException {
            for (int document = first; document < last; document++) {
                BytesRef row = row(document);
                Row.add(row.bytes, row.offset, rows);
            }
        }

        private BytesRef row(int document) throws IOException {
            if (!values.advanceExact(document)) {
                throw new IllegalStateException("document " + document + " of the index has no row");
            }
            return values.binaryValue();
        }
    }

    private Remembrance memory(int document) throws IOException {
        BinaryDocValues bodies = segment.getBinaryDocValues(Shelf.BODY);
        if (!bodies.advanceExact(document)) {
            throw new IllegalStateException("document " + document + " of the index has no body");
        }
        BytesRef body = bodies.binaryValue();
        return Row.memory(body.bytes, body.offset, body.length);
    }

    /// What has been gathered.
    private final class Part implements Origin {
        private final int first;
        private final int @Nullable [] slots;
        private @Nullable TermsEnum terms;
        private @Nullable PostingsEnum postings;

        /// @param slots slot of each document, -1 where it is forgotten; null where nothing is
        Part(int first, int @Nullable [] slots) {
            this.first = first;
            this.slots = slots;
        }

        @Override
        public Remembrance memory(int place) {
            try {
                return Slice.this.memory(from + place);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void match(String term, Matches matches) {
            try {
                TermsEnum all = terms == null
                        ? org.apache.lucene.index.Terms.getTerms(segment, Shelf.WORDS).iterator()
                        : terms;
                terms = all;
                if (!all.seekExact(Shelf.word(person, term))) {
                    return;
                }
                PostingsEnum found = all.postings(postings, PostingsEnum.FREQS);
                postings = found;
                for (int document = found.nextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = found
                        .nextDoc()) {
                    int slot = slots == null ? first + document - from : slots[document - from];
                    if (slot >= 0) {
                        matches.add(slot, found.freq());
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
