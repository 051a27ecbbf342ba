package microcosm.memory;

import java.io.IOException;
import java.util.TreeMap;

import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/// The words of a text as they are matched: lower case, English endings cut off, the commonest English words left out.
///
/// @param terms each once, in order of their characters
/// @param counts how often each occurs
/// @param length all occurrences together
@SuppressWarnings("ArrayRecordComponent") // never compared, never handed out of the room
record Terms(String[] terms, int[] counts, int length) {
    static final Terms NONE = new Terms(new String[0], new int[0], 0);

    static Terms of(String text) {
        var counted = new TreeMap<String, Integer>();
        int length = 0;
        Cutter cutter = Cutter.lent();
        try (var words = cutter.words(text)) {
            var word = words.addAttribute(CharTermAttribute.class);
            words.reset();
            for (; words.incrementToken(); length++) {
                counted.merge(word.toString(), 1, Integer::sum);
            }
            words.end();
        } catch (IOException e) {
            throw new IllegalStateException("reading a string cannot fail", e);
        }
        cutter.giveBack();
        return new Terms(counted.keySet().toArray(String[]::new),
                counted.values().stream().mapToInt(Integer::intValue).toArray(), length);
    }
}
