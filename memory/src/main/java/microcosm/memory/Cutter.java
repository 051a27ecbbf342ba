package microcosm.memory;

import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;

import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.AnalyzerWrapper;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.jspecify.annotations.Nullable;

/// Cuts texts into English words. Lucene keeps one way of cutting for each thread; here each person thinks on a thread that is new, and to
/// make a way of cutting costs more than to cut. So they are lent.
final class Cutter extends AnalyzerWrapper {
    private static final Analyzer ENGLISH = new EnglishAnalyzer();
    private static final ConcurrentLinkedQueue<Cutter> FREE = new ConcurrentLinkedQueue<>();

    private Cutter() { super(new Kept()); }

    static Cutter lent() { return Objects.requireNonNullElseGet(FREE.poll(), Cutter::new); }

    /// Only one that has come to the end of its text.
    void giveBack() { FREE.add(this); }

    TokenStream words(String text) { return tokenStream("text", text); }

    @Override
    protected Analyzer getWrappedAnalyzer(String field) { return ENGLISH; }

    /// For one borrower at a time.
    private static final class Kept extends ReuseStrategy {
        private @Nullable TokenStreamComponents components;

        @Override
        public @Nullable TokenStreamComponents getReusableComponents(Analyzer analyzer, String field) {
            return components;
        }

        @Override
        public void setReusableComponents(Analyzer analyzer, String field, TokenStreamComponents made) {
            components = made;
        }
    }
}
