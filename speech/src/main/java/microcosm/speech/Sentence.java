package microcosm.speech;

import java.util.ArrayList;
import java.util.List;

/// A run of tokens between full stops.
///
/// @param from index of the first token
/// @param to index after the last, its closing mark not counted
record Sentence(int from, int to, boolean question, boolean exclaimed) {
    /// No sentence is longer, in tokens, so that the work grows with the text and not with its square.
    static final int LONGEST = 200;

    static List<Sentence> of(List<Token> tokens) {
        var sentences = new ArrayList<Sentence>();
        int start = 0;
        for (int i = 0; i <= tokens.size(); i++) {
            boolean ends = i == tokens.size() || ends(tokens, i) || i - start >= LONGEST;
            if (!ends) {
                continue;
            }
            boolean question = false;
            boolean exclaimed = false;
            int close = i;
            while (close < tokens.size() && isEnd(tokens.get(close).mark())) {
                question |= tokens.get(close).mark() == '?';
                exclaimed |= tokens.get(close).mark() == '!';
                close++;
            }
            if (i > start) {
                sentences.add(new Sentence(start, i, question, exclaimed));
            }
            start = Math.max(close, i + 1);
            i = start - 1;
        }
        return sentences;
    }

    private static boolean isEnd(char mark) {
        return mark == '.' || mark == '!' || mark == '?' || mark == '\n' || mark == ';' || mark == '\u2026';
    }

    /// Three dots before a small letter only hesitate.
    private static boolean ends(List<Token> tokens, int i) {
        char mark = tokens.get(i).mark();
        if (!isEnd(mark)) {
            return false;
        }
        boolean trailing = mark == '\u2026'
                || (mark == '.' && i + 1 < tokens.size() && tokens.get(i + 1).mark() == '.');
        int next = i;
        while (next < tokens.size() && (tokens.get(next).mark() == '.' || tokens.get(next).mark() == '\u2026')) {
            next++;
        }
        boolean goesOn = next < tokens.size() && tokens.get(next).isWord() && !tokens.get(next).capital();
        boolean withinDots = i > 0 && (tokens.get(i - 1).mark() == '.' || tokens.get(i - 1).mark() == '\u2026');
        return !((trailing || (withinDots && mark == '.')) && goesOn);
    }
}
