package microcosm.speech;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import microcosm.worlds.Assertion;

/// How a claim is meant that was recognised in a sentence: asserted, denied, doubted, asked about, or only supposed.
final class Stance {
    private static final Set<String> NEGATION = Lexicon.READING.set("negation");
    private static final Phrases<Boolean> HEDGE = Lexicon.READING.phrases("hedge");
    private static final Phrases<Boolean> FALSE = Lexicon.READING.phrases("false");
    private static final Phrases<Boolean> HEAR = Lexicon.READING.phrases("hear.open");
    private static final Set<String> SUPPOSES = WordSet.of("if", "unless", "suppose", "supposing", "imagine",
            "assuming",
            "should");
    private static final Set<String> INDIRECT = WordSet.of("whether", "if");

    private Stance() {}

    /// @param first the first token it was recognised by
    /// @param last the last
    /// @param opposite whether the words found say the opposite of the claim
    /// @return empty where it is only supposed
    static Optional<Assertion.Stance> of(List<Token> tokens, List<Sentence> sentences, int s, int first, int last,
            boolean opposite) {
        Sentence sentence = sentences.get(s);
        int clause = clauseStart(tokens, sentence, first);
        int end = clauseEnd(tokens, sentence, last);
        int asks = indirect(tokens, sentence, first);
        if (asks > 0) {
            return Optional.of(Assertion.Stance.ASKS);
        }
        for (int i = Math.max(sentence.from(), clause - 1); i < first; i++) {
            boolean what = i > sentence.from() && (tokens.get(i - 1).is("what") || tokens.get(i - 1).is("even")
                    || tokens.get(i - 1).is("as"));
            if (SUPPOSES.contains(tokens.get(i).word()) && !what) {
                return Optional.empty();
            }
        }
        boolean told = HEAR.find(tokens, sentence.from(), first) >= 0;
        if (sentence.question() && !told) {
            return Optional.of(Assertion.Stance.ASKS);
        }
        boolean hedged = hedged(tokens, clause, end);
        boolean denied = opposite ^ odd(tokens, clause, end);
        Assertion.Stance stance = hedged
                ? Assertion.Stance.DOUBTS
                : denied ? Assertion.Stance.DENIES : Assertion.Stance.ASSERTS;
        return Optional.of(comment(tokens, sentences, s, end, stance));
    }

    /// `I ask whether`, `tell me if`.
    private static int indirect(List<Token> tokens, Sentence sentence, int first) {
        for (int i = sentence.from() + 1; i < first; i++) {
            if (INDIRECT.contains(tokens.get(i).word())) {
                String before = tokens.get(i - 1).word();
                boolean me = before.equals("me") || before.equals("know") || before.equals("ask")
                        || before.equals("asks")
                        || before.equals("wonder") || before.equals("asking") || before.equals("heard")
                        || before.equals("learn");
                boolean not = i > 2 && before.equals("know") && tokens.get(i - 2).is("not");
                if (me && !not) {
                    return i;
                }
            }
        }
        return -1;
    }

    private static boolean hedged(List<Token> tokens, int from, int to) {
        for (int i = from; i < to; i++) {
            boolean no = i > from && (tokens.get(i - 1).is("no") || tokens.get(i - 1).is("not")
                    || tokens.get(i - 1).is("without") || tokens.get(i - 1).is("never"));
            if (HEDGE.has(tokens, i, to) && !no) {
                return true;
            }
        }
        return false;
    }

    private static boolean odd(List<Token> tokens, int from, int to) {
        boolean odd = false;
        for (int i = from; i < to; i++) {
            String next = i + 1 < to ? tokens.get(i + 1).word() : "";
            boolean sure = WordSet.of("doubt", "question", "mistake", "only", "joke", "secret", "wonder")
                    .contains(next);
            if (NEGATION.contains(tokens.get(i).word()) && !sure) {
                odd = !odd;
            } else if (FALSE.has(tokens, i, to)) {
                odd = !odd;
                i++;
            }
        }
        return odd;
    }

    /// A remark on what was just said: `…, but I don't believe it`, `That's a lie.`
    private static Assertion.Stance comment(List<Token> tokens, List<Sentence> sentences, int s, int end,
            Assertion.Stance stance) {
        int from = end;
        int to = sentences.get(s).to();
        Optional<Assertion.Stance> remark = remark(tokens, from, to);
        if (remark.isEmpty() && s + 1 < sentences.size()
                && sentences.get(s + 1).to() - sentences.get(s + 1).from() <= 8) {
            remark = remark(tokens, sentences.get(s + 1).from(), sentences.get(s + 1).to());
        }
        return remark.isPresent() && stance == Assertion.Stance.ASSERTS ? remark.get() : stance;
    }

    private static Optional<Assertion.Stance> remark(List<Token> tokens, int from, int to) {
        boolean pointing = false;
        boolean believes = false;
        boolean not = false;
        boolean doubts = false;
        boolean lie = false;
        for (int i = from; i < to; i++) {
            String word = tokens.get(i).word();
            pointing |= WordSet.of("it", "that", "this", "him", "her", "them", "word").contains(word);
            believes |= WordSet.of("believe", "buy", "true", "so", "think", "trust").contains(word);
            not |= NEGATION.contains(word);
            doubts |= word.equals("doubt") && !(i > 0 && tokens.get(i - 1).is("no"));
            lie |= FALSE.has(tokens, i, to);
        }
        if (pointing && doubts) {
            return Optional.of(Assertion.Stance.DOUBTS);
        }
        return pointing && ((lie && !not) || (believes && not))
                ? Optional.of(Assertion.Stance.DENIES)
                : Optional.empty();
    }

    private static int clauseStart(List<Token> tokens, Sentence sentence, int first) {
        int i = first;
        while (i > sentence.from()) {
            Token before = tokens.get(i - 1);
            boolean aside = before.mark() == ',' && i - 1 > sentence.from() && first - i < 1;
            if ((before.mark() == ',' && !aside) || before.mark() == ':' || before.mark() == '-' || before.is("but")
                    || (before.is("and") && i < first) || before.is("so") || before.is("because")) {
                return i;
            }
            i--;
        }
        return i;
    }

    private static int clauseEnd(List<Token> tokens, Sentence sentence, int last) {
        int i = last + 1;
        while (i < sentence.to()) {
            Token token = tokens.get(i);
            if (!token.isWord() || token.is("and") || token.is("but") || token.is("so") || token.is("because")
                    || token.is("if")) {
                return i;
            }
            i++;
        }
        return i;
    }
}
