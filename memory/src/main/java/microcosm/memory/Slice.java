package microcosm.memory;

import java.io.IOException;
import java.io.UncheckedIOException;

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
/// the whole-number product of two vectors has no room, and its text scores rest on statistics of the whole index. The bytes lie one row after the other in a
/// mapped file, so that a scan costs little more than one over an array.
record Slice(String person, LeafReader segment, int from, int to) {
    /// @return null if the person has nothing in that segment
    static @Nullable Slice of(String person, LeafReader segment) throws IOException {
        TermsEnum people = segment.terms(Shelf.PERSON).iterator();
        if (!people.seekExact(new BytesRef(person))) {
            return null;
        }
        int first = people.postings(null, PostingsEnum.NONE).nextDoc();
        return new Slice(person, segment, first, first + people.docFreq());
    }

    /// Adds all that is not forgotten.
    ///
    /// @param cue null where relevance does not count
    void gather(Life life, @Nullable CueVector cue, Candidates candidates) throws IOException {
        int[] slots = life.forgotten.isEmpty() ? null : new int[to - from];
        int first = candidates.size;
        candidates.from(new Part(this, first, slots));
        BinaryDocValues rows = segment.getBinaryDocValues(Shelf.ROW);
        for (int document = from; document < to; document++) {
            if (!rows.advanceExact(document)) {
                throw new IllegalStateException("document " + document + " of the index has no row");
            }
            BytesRef row = rows.binaryValue();
            if (slots != null) {
                boolean gone = life.forgotten.get(Row.ordinal(row.bytes, row.offset));
                slots[document - from] = gone ? -1 : candidates.size;
                if (gone) {
                    continue;
                }
            }
            int slot = Row.candidate(row.bytes, row.offset, document, candidates);
            if (cue != null) {
                candidates.relevance[slot] = Row.cosine(cue, row.bytes, row.offset);
            }
        }
    }

    Remembrance memory(int document) throws IOException {
        BinaryDocValues bodies = segment.getBinaryDocValues(Shelf.BODY);
        if (!bodies.advanceExact(document)) {
            throw new IllegalStateException("document " + document + " of the index has no body");
        }
        BytesRef body = bodies.binaryValue();
        return Row.memory(body.bytes, body.offset, body.length);
    }

    /// A slice whose candidates have been gathered.
    ///
    /// @param slots slot of each document, -1 where it is forgotten; null where nothing is
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Part(Slice slice, int first, int @Nullable [] slots) implements Origin {
        @Override
        public Remembrance memory(int place) {
            try {
                return slice.memory(place);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @Override
        public void match(String term, Matches matches) {
            try {
                TermsEnum terms = slice.segment.terms(Shelf.WORDS).iterator();
                if (!terms.seekExact(Shelf.word(slice.person, term))) {
                    return;
                }
                PostingsEnum postings = terms.postings(null, PostingsEnum.FREQS);
                for (int document = postings.nextDoc(); document != DocIdSetIterator.NO_MORE_DOCS; document = postings
                        .nextDoc()) {
                    int slot = slots == null ? first + document - slice.from : slots[document - slice.from];
                    if (slot >= 0) {
                        matches.add(slot, postings.freq());
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
