package microcosm.memory;

import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.TermFrequencyAttribute;

/// The terms of one memory as they stand in the index: each in its owner's name, so that a term's list holds one person's memories and
/// nobody else's count among them.
final class OwnWords extends TokenStream {
    private final BytesTermAttribute word = addAttribute(BytesTermAttribute.class);
    private final TermFrequencyAttribute count = addAttribute(TermFrequencyAttribute.class);
    private String person = "";
    private Terms terms = Terms.NONE;
    private int next;

    OwnWords of(String owner, Terms words) {
        person = owner;
        terms = words;
        next = 0;
        return this;
    }

    @Override
    public boolean incrementToken() {
        if (next == terms.terms().length) {
            return false;
        }
        clearAttributes();
        word.setBytesRef(Shelf.word(person, terms.terms()[next]));
        count.setTermFrequency(terms.counts()[next]);
        next++;
        return true;
    }

    @Override
    public void reset() { next = 0; }
}
