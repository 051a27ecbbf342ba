package microcosm.speech;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Leaves out the words of others: what stands in quotation marks and is not the speaker's own speech.
final class Quotes {
    private static final Set<String> SAYING = WordSet.of("say", "says", "said", "saying", "tell", "tells", "told",
            "ask",
            "asks", "asked", "shout", "shouts", "shouted", "whisper", "whispers", "whispered", "reply", "replies",
            "replied", "write", "writes", "wrote", "answer", "answers", "answered", "reads", "read", "goes", "went",
            "claims", "claimed", "like", "cried", "cries", "mutters", "muttered", "call", "called", "calls", "announce",
            "declare", "add", "promised", "swore", "means", "meant", "mentioned", "insisted", "quote", "word", "words");

    private Quotes() {}

    /// @return the tokens with each quotation of another taken out, a mark left in its place
    static List<Token> withoutOthers(List<Token> tokens) {
        if (tokens.stream().noneMatch(token -> token.mark() == '"')) {
            return tokens;
        }
        var kept = new ArrayList<Token>();
        int i = 0;
        while (i < tokens.size()) {
            int close = tokens.get(i).mark() == '"' ? close(tokens, i) : -1;
            kept.add(tokens.get(i));
            if (close > 0 && isOthers(tokens, i, close)) {
                kept.add(tokens.get(close));
                i = close + 1;
            } else if (close > 0) {
                kept.addAll(tokens.subList(i + 1, close + 1));
                i = close + 1;
            } else {
                i++;
            }
        }
        return kept;
    }

    private static int close(List<Token> tokens, int open) {
        for (int i = open + 1; i < tokens.size(); i++) {
            if (tokens.get(i).mark() == '"') {
                return i > open + 1 ? i : -1;
            }
            if (tokens.get(i).mark() == '\n') {
                return -1;
            }
        }
        return -1;
    }

    private static boolean isOthers(List<Token> tokens, int open, int close) {
        int verb = -1;
        int start = Math.max(0, open - 12);
        for (int i = open - 1; i >= start && "\n!?.".indexOf(tokens.get(i).mark()) < 0; i--) {
            start = Math.max(start, 0);
            if (SAYING.contains(tokens.get(i).word())) {
                verb = i;
                break;
            }
        }
        if (verb >= 0) {
            return !own(tokens, Math.max(0, verb - 4), verb);
        }
        for (int i = close + 1; i < Math.min(tokens.size(), close + 5); i++) {
            if (SAYING.contains(tokens.get(i).word())) {
                return !own(tokens, close + 1, Math.min(tokens.size(), close + 5));
            }
        }
        boolean wholeLine = (open == 0 || tokens.get(open - 1).mark() != 0) && close - open > 1;
        boolean namedBefore = open >= 2 && tokens.get(open - 1).mark() == ':' && tokens.get(open - 2).capital()
                && !List.of("i", "say").contains(tokens.get(open - 2).word())
                && (open == 2 || tokens.get(open - 3).mark() != 0);
        return namedBefore || (close - open <= 3 && !wholeLine);
    }

    /// Whether the one who says it now is "I".
    private static boolean own(List<Token> tokens, int from, int to) {
        boolean i = false;
        for (int k = from; k < to; k++) {
            String word = tokens.get(k).word();
            i |= word.equals("i") || (word.equals("me") && k > 0 && tokens.get(k - 1).is("let"));
            if (word.equals("said") || word.equals("told") || word.equals("asked") || word.equals("not")) {
                return false;
            }
        }
        boolean past = to < tokens.size() && tokens.get(to).isWord()
                && (tokens.get(to).word().endsWith("ed") || List.of("said", "told", "wrote", "went", "swore")
                        .contains(tokens.get(to).word()));
        boolean bare = from == to || tokens.subList(from, to).stream().allMatch(token -> !token.isWord());
        return (i || bare) && !past;
    }
}
