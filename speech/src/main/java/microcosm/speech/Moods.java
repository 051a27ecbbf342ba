package microcosm.speech;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import microcosm.speech.Predicate.Mood;
import microcosm.speech.Predicate.Subject;

import static microcosm.speech.Chain.ADVERB;
import static microcosm.speech.Chain.CAN;
import static microcosm.speech.Chain.FILLER;
import static microcosm.speech.Chain.NEGATION;
import static microcosm.speech.Chain.PAST;
import static microcosm.speech.Chain.STOPS;
import static microcosm.speech.Chain.WEAK;
import static microcosm.speech.Chain.WILL;
import static microcosm.speech.Chain.WILLING;

/// Finds the verbs of a sentence and, going left from each, who does it and in what mood. A word that is not known to stand between
/// a subject and its verb makes the verb no deed: what is not understood is not done.
final class Moods {
    private static final Lexicon WORDS = Lexicon.READING;
    private static final Set<String> SPEAKER = WORDS.set("subject.speaker");
    private static final Set<String> ADDRESSEE = WORDS.set("subject.addressee");
    private static final Set<String> OTHER = WORDS.set("subject.other");
    private static final Set<String> OPEN = WORDS.set("open");
    private static final Set<String> ANYBODY = WordSet.of("who", "anyone", "anybody", "someone", "somebody", "whoever");
    private static final Set<String> BEFORE_NOUN = WordSet.of("the", "a", "an", "my", "your", "his", "her", "their",
            "our",
            "this", "that", "these", "those", "no", "any", "'s", "s", "such", "every", "some", "its", "of", "whose");
    private static final int FARTHEST = 14;

    private final VerbIndex verbs;
    private final Passage passage;
    private final List<Token> tokens;

    private Moods(VerbIndex verbs, Passage passage) {
        this.verbs = verbs;
        this.passage = passage;
        this.tokens = passage.tokens();
    }

    /// @return the verbs of the sentence in the order of its words
    static List<Predicate> of(VerbIndex verbs, Passage passage, Sentence sentence) {
        return new Moods(verbs, passage).predicates(sentence);
    }

    private List<Predicate> predicates(Sentence sentence) {
        var found = new ArrayList<Predicate>();
        int i = sentence.from();
        int end = -1;
        while (i < sentence.to()) {
            Phrases.Match<VerbIndex.Use> match = verbs.at(tokens, i, sentence.to());
            if (match.length() == 0 || isNoun(i, match.length(), sentence) || passage.inName(i)
                    || isChosen(i, end)
                    || (tokens.get(i).is("back")
                            && found.stream().anyMatch(p -> p.lemmas().stream().anyMatch(l -> l.endsWith(" back"))))) {
                i++;
                continue;
            }
            found.add(predicate(sentence, i, match, found));
            i += match.length();
            end = i;
        }
        return found;
    }

    /// `I answer accept`: an option of a choice right behind a verb is what was chosen.
    ///
    /// @param end where the verb before ends
    private boolean isChosen(int i, int end) {
        return i == end && passage.mentionAt(i) instanceof Mention.Thing thing
                && thing.refs().stream().anyMatch(ref -> ref.kind() == Mention.RefKind.OPTION);
    }

    private boolean isNoun(int i, int length, Sentence sentence) {
        if (i > sentence.from() && tokens.get(i - 1).is("my") && i + length < sentence.to()
                && tokens.get(i + length).is("goes")) {
            return false;
        }
        if (i > sentence.from() && BEFORE_NOUN.contains(tokens.get(i - 1).word())) {
            return true;
        }
        if (i + length < sentence.to()) {
            String next = tokens.get(i + length).word();
            return List.of("is", "was", "stands", "are", "were", "still").contains(next)
                    && (i == sentence.from() || !subjectWord(tokens.get(i - 1).word()));
        }
        return false;
    }

    private static boolean subjectWord(String word) {
        return SPEAKER.contains(word) || ADDRESSEE.contains(word) || OTHER.contains(word);
    }

    private Predicate predicate(Sentence sentence, int at, Phrases.Match<VerbIndex.Use> match, List<Predicate> before) {
        Set<String> lemmas = verbs.lemmas(match.meanings(), tokens, at + match.length(), sentence.to());
        Verbs.Form form = form(match.meanings());
        int end = at + match.length();
        var chain = new ArrayList<String>();
        for (int i = at - 1; i >= sentence.from() && at - i <= FARTHEST; i--) {
            Token token = tokens.get(i);
            String word = token.word();
            if (!token.isWord()) {
                int past = vocativeLeft(i, sentence);
                if (past >= 0 && past < i) {
                    i = past;
                    continue;
                }
                return headless(sentence, at, end, lemmas, form, i, chain, before);
            }
            Mention.Someone someone = passage.nameEndingAt(i + 1);
            if (someone != null && !someone.possessive()) {
                boolean self = someone.ids().equals(List.of(passage.setting().speaker()));
                boolean appositive = self && someone.from() > sentence.from() + 1
                        && SPEAKER.contains(tokens.get(someone.from() - 1).word());
                Subject subject = self ? Subject.SPEAKER : Subject.OTHER;
                if (!self && chain.isEmpty() && form == Verbs.Form.BASE && someone.from() == sentence.from()) {
                    return new Predicate(at, end, lemmas, form, Subject.NONE, at, Mood.BARE);
                }
                if (!appositive) {
                    Mood mood = self ? Chain.mood(chain, form == Verbs.Form.THIRD ? Verbs.Form.BASE : form) : Mood.NO;
                    return new Predicate(at, end, lemmas, form, subject, someone.from(), mood);
                }
                i = someone.from();
                continue;
            }
            if (SPEAKER.contains(word)) {
                return speaker(sentence, at, end, lemmas, form, i, chain);
            }
            if (ADDRESSEE.contains(word)) {
                return addressee(sentence, at, end, lemmas, form, i, chain);
            }
            if (ANYBODY.contains(word) && (sentence.question() || form != Verbs.Form.PAST)) {
                Mood mood = Chain.mood(chain, form == Verbs.Form.THIRD ? Verbs.Form.BASE : form);
                boolean asked = mood != Mood.NO && (sentence.question() || i == sentence.from());
                return new Predicate(at, end, lemmas, form, Subject.ANYBODY, i, asked ? Mood.ASKED : Mood.NO);
            }
            if (OTHER.contains(word) && !chain.contains("to")) {
                return new Predicate(at, end, lemmas, form, Subject.OTHER, i, Mood.NO);
            }
            if (word.equals("and") || word.equals("or") || word.equals("but")
                    || (word.equals("then") && i > sentence.from()
                            && passage.subjectBefore(sentence, i) >= 0)) {
                return coordinated(sentence, at, end, lemmas, form, i, chain, before);
            }
            chain.addFirst(word);
        }
        return at - sentence.from() > FARTHEST
                ? no(at, end, lemmas, form)
                : headless(sentence, at, end, lemmas, form, sentence.from() - 1, chain, before);
    }

    private static Predicate no(int at, int end, Set<String> lemmas, Verbs.Form form) {
        return new Predicate(at, end, lemmas, form, Subject.OTHER, at, Mood.NO);
    }

    /// A past that looks like the base (`put`) is the base.
    private static Verbs.Form form(List<VerbIndex.Use> meanings) {
        Verbs.Form best = meanings.getFirst().form();
        for (VerbIndex.Use use : meanings) {
            best = use.form().compareTo(best) < 0 ? use.form() : best;
        }
        return best;
    }

    /// `I, Mira, accept`: a name between commas is stepped over.
    private int vocativeLeft(int i, Sentence sentence) {
        if (tokens.get(i).mark() != ',' || i - 2 < sentence.from()) {
            return -1;
        }
        Mention.Someone someone = passage.nameEndingAt(i);
        return someone != null && someone.from() > sentence.from() && tokens.get(someone.from() - 1).mark() == ','
                ? someone.from() - 1
                : -1;
    }

    private Predicate speaker(Sentence sentence, int at, int end, Set<String> lemmas, Verbs.Form form, int subject,
            List<String> chain) {
        Mood mood = Chain.mood(chain, form == Verbs.Form.THIRD ? Verbs.Form.BASE : form);
        int before = subject - 1;
        while (before >= sentence.from() && ADVERB.contains(tokens.get(before).word())) {
            before--;
        }
        if (before >= sentence.from() && mood != Mood.NO) {
            String inverted = tokens.get(before).word();
            if (CAN.contains(inverted) || inverted.equals("may") || (inverted.equals("shall") && sentence.question())) {
                mood = Mood.PROPOSES;
            } else if (Chain.isAuxiliary(inverted) && !inverted.equals("am") && !inverted.equals("us")) {
                mood = Mood.NO;
            } else if (NEGATION.contains(inverted) && before > sentence.from()) {
                mood = Mood.NO;
            } else if (List.of("should", "must", "why", "how", "what", "where", "than", "whom").contains(inverted)
                    && !tokens.get(sentence.from()).is("here")) {
                mood = Mood.NO;
            }
        }
        return new Predicate(at, end, lemmas, form, Subject.SPEAKER, subject, mood);
    }

    private Predicate addressee(Sentence sentence, int at, int end, Set<String> lemmas, Verbs.Form form, int subject,
            List<String> chain) {
        Mood mood = Chain.mood(chain, form) == Mood.NO && !(chain.equals(List.of("to"))) ? Mood.NO : Mood.ASKED;
        String before = subject > sentence.from() ? tokens.get(subject - 1).word() : "";
        if (List.of("did", "have", "had", "why", "were", "how", "what", "should", "must").contains(before)) {
            mood = Mood.NO;
        }
        return new Predicate(at, end, lemmas, form, Subject.ADDRESSEE, subject, mood);
    }

    /// No subject up to a mark or the head of the sentence.
    private Predicate headless(Sentence sentence, int at, int end, Set<String> lemmas, Verbs.Form form, int barrier,
            List<String> chain, List<Predicate> before) {
        boolean onlyOpening = chain.stream()
                .allMatch(word -> OPEN.contains(word) || ADVERB.contains(word) || word.endsWith("ly"));
        boolean let = !chain.isEmpty() && chain.contains("let")
                && (chain.contains("me") || chain.contains("us")) && chain.indexOf("let") < chain.size() - 1;
        if (let && form == Verbs.Form.BASE && chain.stream().noneMatch(NEGATION::contains)) {
            boolean all = chain.contains("all") || chain.contains("each");
            Mood mood = chain.contains("me") ? Mood.DOES : all ? Mood.NO : Mood.PROPOSES;
            return new Predicate(at, end, lemmas, form, Subject.SPEAKER, at - chain.size() + chain.indexOf("let"),
                    mood);
        }
        boolean willing = !chain.isEmpty() && chain.getLast().equals("to")
                && chain.subList(0, chain.size() - 1).stream()
                        .allMatch(w -> WILLING.contains(w) || OPEN.contains(w) || FILLER.contains(w));
        if (willing && form == Verbs.Form.BASE) {
            return new Predicate(at, end, lemmas, form, Subject.SPEAKER, at, Mood.DOES);
        }
        boolean elided = !chain.isEmpty() && (chain.getFirst().equals("will") || chain.getFirst().equals("would"))
                && Chain.mood(chain, form) != Mood.NO;
        if (elided) {
            Mood mood = sentence.question() ? Mood.NO : Chain.mood(chain, form);
            return new Predicate(at, end, lemmas, form, Subject.SPEAKER, at - chain.size(), mood);
        }
        if (!onlyOpening || form == Verbs.Form.PAST) {
            return no(at, end, lemmas, form);
        }
        boolean atHead = barrier < sentence.from() || tokens.get(barrier).mark() != ','
                || passage.onlyOpening(sentence.from(), barrier, OPEN);
        if (!atHead) {
            return coordinated(sentence, at, end, lemmas, form, barrier, chain, before);
        }
        if (form == Verbs.Form.THIRD) {
            return new Predicate(at, end, lemmas, form, Subject.SPEAKER, at, Mood.DOES);
        }
        return new Predicate(at, end, lemmas, form, Subject.NONE, at, Mood.BARE);
    }

    /// `I accept and repay`: the verb takes subject and mood from what stands before the "and".
    private Predicate coordinated(Sentence sentence, int at, int end, Set<String> lemmas, Verbs.Form form, int joint,
            List<String> chain, List<Predicate> before) {
        for (String word : chain) {
            if (NEGATION.contains(word) || WEAK.contains(word) || STOPS.contains(word) || PAST.contains(word)
                    || !(ADVERB.contains(word) || OPEN.contains(word) || FILLER.contains(word) || WILL.contains(word)
                            || word.endsWith("ly"))) {
                return no(at, end, lemmas, form);
            }
        }
        int subject = passage.subjectBefore(sentence, joint);
        Predicate last = before.isEmpty() ? null : before.getLast();
        if (last != null && (subject < 0 || last.subjectAt() >= subject)) {
            Mood mood = form == Verbs.Form.PAST ? Mood.NO : last.mood();
            return new Predicate(at, end, lemmas, form, last.subject(), at, mood);
        }
        if (subject < 0) {
            return joint >= sentence.from() && passage.onlyOpening(sentence.from(), joint + 1, OPEN)
                    && form == Verbs.Form.BASE
                            ? new Predicate(at, end, lemmas, form, Subject.NONE, at, Mood.BARE)
                            : no(at, end, lemmas, form);
        }
        String word = tokens.get(subject).word();
        Mood mood = Chain.after(passage, subject, joint);
        boolean own = SPEAKER.contains(word) || isSelf(passage.nameStartingAt(subject));
        boolean past = form == Verbs.Form.PAST || mood == Mood.NO;
        return new Predicate(at, end, lemmas, form, own ? Subject.SPEAKER : Subject.OTHER, at,
                own && !past ? mood : Mood.NO);
    }

    private boolean isSelf(Mention.@Nullable Someone someone) {
        return someone != null && someone.ids().equals(List.of(passage.setting().speaker()));
    }
}
