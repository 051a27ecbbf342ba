package microcosm.speech;

import java.util.List;
import java.util.Set;

import microcosm.speech.Predicate.Mood;

/// The words that may stand between a subject and its verb, and the mood they give it.
final class Chain {
    static final Set<String> WOULD = Lexicon.READING.set("chain.would");
    static final Set<String> CAN = Lexicon.READING.set("chain.can");
    static final Set<String> WEAK = Lexicon.READING.set("chain.weak");
    static final Set<String> PAST = Lexicon.READING.set("chain.past");
    static final Set<String> PERFECT = Lexicon.READING.set("chain.perfect");
    static final Set<String> WILL = Lexicon.READING.set("chain.will");
    static final Set<String> WILLING = Lexicon.READING.set("chain.willing");
    static final Set<String> FILLER = Lexicon.READING.set("chain.filler");
    static final Set<String> ADVERB = Lexicon.READING.set("adverb");
    static final Set<String> STOPS = Lexicon.READING.set("adverb.stops");
    static final Set<String> NEGATION = Lexicon.READING.set("negation");

    private Chain() {}

    static boolean isAuxiliary(String word) {
        return List.of("did", "do", "does", "have", "had", "am", "was", "were", "would", "will").contains(word)
                || WEAK.contains(word);
    }

    /// The mood a subject of one's own gives the verb through what stands between them.
    static Mood mood(List<String> chain, Verbs.Form form) {
        boolean would = false;
        boolean can = false;
        boolean willing = false;
        boolean perfect = false;
        boolean being = false;
        boolean decided = false;
        boolean to = false;
        for (String word : chain) {
            if (NEGATION.contains(word) || WEAK.contains(word) || PAST.contains(word) || STOPS.contains(word)) {
                return Mood.NO;
            }
            would |= WOULD.contains(word);
            can |= CAN.contains(word);
            willing |= WILLING.contains(word);
            perfect |= PERFECT.contains(word);
            being |= word.equals("am") || word.equals("be") || word.equals("are") || word.equals("is");
            decided |= word.equals("decided") || word.equals("chosen") || word.equals("elect");
            to |= word.equals("to");
            boolean known = WOULD.contains(word) || CAN.contains(word) || WILL.contains(word) || WILLING.contains(word)
                    || PERFECT.contains(word) || FILLER.contains(word) || ADVERB.contains(word) || word.endsWith("ly");
            if (!known) {
                return Mood.NO;
            }
        }
        if (form == Verbs.Form.PAST || (perfect && !decided)) {
            return Mood.NO;
        }
        if (form == Verbs.Form.ING && !being) {
            return Mood.NO;
        }
        if (form == Verbs.Form.BASE && being && !to) {
            return Mood.NO;
        }
        if ((would && !willing) || can) {
            return Mood.PROPOSES;
        }
        return Mood.DOES;
    }

    /// The mood of a verb the reader does not know, told by the words after its subject.
    static Mood after(Passage passage, int subject, int joint) {
        for (int i = subject + 1; i < Math.min(joint, subject + 6); i++) {
            String word = passage.token(i).word();
            if (NEGATION.contains(word) || WEAK.contains(word) || PAST.contains(word) || PERFECT.contains(word)
                    || STOPS.contains(word) || WOULD.contains(word)) {
                return Mood.NO;
            }
            if (!(FILLER.contains(word) || WILL.contains(word) || ADVERB.contains(word) || word.endsWith("ly"))) {
                return word.endsWith("ed") && word.length() > 4 && i == subject + 1 ? Mood.NO : Mood.DOES;
            }
        }
        return Mood.DOES;
    }
}
