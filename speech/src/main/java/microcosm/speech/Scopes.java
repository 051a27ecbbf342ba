package microcosm.speech;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import microcosm.speech.Predicate.Mood;
import microcosm.speech.Predicate.Subject;

/// What an "if", a "Tomas says", a "tomorrow" or a "yeah right" governs: the verbs in its reach are no deeds.
final class Scopes {
    private static final Lexicon WORDS = Lexicon.READING;
    private static final Phrases<Boolean> LATER = WORDS.phrases("later");
    private static final Phrases<Boolean> EARLIER = WORDS.phrases("earlier");
    private static final Phrases<Boolean> MOCKERY = WORDS.phrases("mockery");
    private static final Phrases<Boolean> TAKEBACK = WORDS.phrases("takeback");
    private static final Phrases<Boolean> IF = WORDS.phrases("if");
    private static final Phrases<Boolean> POLITE = WORDS.phrases("if.polite");
    private static final Set<String> EMBEDS = WORDS.set("embeds");
    private static final Set<String> EMBEDS_OWN = WORDS.set("embeds.own");
    private static final Set<String> RESUMES = WORDS.set("resumes");
    private static final Set<String> GIVES = WORDS.set("gives");
    private static final Set<String> TAKES = WORDS.set("takes");

    private final Passage passage;
    private final List<Token> tokens;

    private Scopes(Passage passage) {
        this.passage = passage;
        this.tokens = passage.tokens();
    }

    /// @param perSentence the verbs of each sentence
    /// @param patient leaves "later" and "until" out of account, for one who waits
    static List<List<Predicate>> of(Passage passage, List<List<Predicate>> perSentence, boolean patient) {
        var scopes = new Scopes(passage);
        var governed = new ArrayList<List<Predicate>>();
        for (int s = 0; s < perSentence.size(); s++) {
            governed.add(scopes.sentence(passage.sentences().get(s), perSentence.get(s), patient));
        }
        scopes.mockery(governed);
        scopes.takeback(governed);
        return governed;
    }

    private List<Predicate> sentence(Sentence sentence, List<Predicate> found, boolean patient) {
        if (found.isEmpty()) {
            return found;
        }
        Mood[] moods = found.stream().map(Predicate::mood).toArray(Mood[]::new);
        embedded(found, moods);
        if (!patient) {
            dated(sentence, found, moods, LATER);
            conditional(sentence, found, moods);
        }
        dated(sentence, found, moods, EARLIER);
        var governed = new ArrayList<Predicate>();
        for (int k = 0; k < moods.length; k++) {
            governed.add(found.get(k).mood() == moods[k] ? found.get(k) : found.get(k).with(moods[k]));
        }
        return governed;
    }

    private void embedded(List<Predicate> found, Mood[] moods) {
        for (int k = 0; k < moods.length; k++) {
            Predicate outer = found.get(k);
            boolean embeds = outer.is(EMBEDS) || outer.is(EMBEDS_OWN);
            if (!embeds) {
                continue;
            }
            boolean present = outer.form() == Verbs.Form.BASE || outer.form() == Verbs.Form.ING;
            boolean own = outer.subject() == Subject.SPEAKER && present && outer.mood() != Mood.NO
                    && !outer.is(EMBEDS_OWN);
            boolean asking = outer.subject() == Subject.SPEAKER && (outer.is(WordSet.of("want", "ask", "demand")));
            if (own || asking) {
                continue;
            }
            for (int inner = k + 1; inner < moods.length; inner++) {
                Predicate governed = found.get(inner);
                if (resumes(outer.end(), Math.min(governed.at(), governed.subjectAt() + 1))) {
                    break;
                }
                boolean telling = outer.mood() == Mood.BARE && tokens.get(outer.at()).is("say");
                if (!telling) {
                    moods[inner] = Mood.NO;
                }
            }
        }
    }

    /// Whether a clause of its own begins between two tokens.
    private boolean resumes(int from, int to) {
        for (int i = from; i < to && i < tokens.size(); i++) {
            char mark = tokens.get(i).mark();
            if (mark == ':' || mark == '-' || mark == '"') {
                return true;
            }
            boolean comma = i > from && tokens.get(i - 1).mark() == ',';
            if (RESUMES.contains(tokens.get(i).word())
                    && (comma || tokens.get(i).is("so") || tokens.get(i).is("but"))) {
                return true;
            }
            if (comma && tokens.get(i).is("i")) {
                return true;
            }
        }
        return false;
    }

    private void dated(Sentence sentence, List<Predicate> found, Mood[] moods, Phrases<Boolean> times) {
        for (int i = sentence.from(); i < sentence.to(); i++) {
            if (!times.has(tokens, i, sentence.to())
                    || (tokens.get(i).is("soon") && sentence.to() - sentence.from() < 2)) {
                continue;
            }
            int nearest = -1;
            for (int k = 0; k < moods.length; k++) {
                if (found.get(k).at() < i) {
                    nearest = k;
                }
            }
            boolean opens = nearest < 0
                    || (i > sentence.from() && (tokens.get(i - 1).mark() == ',' || tokens.get(i - 1).is("and"))
                            && nearest + 1 < moods.length);
            int first = opens ? nearest + 1 : nearest;
            int last = opens ? Math.min(moods.length - 1, nearest + 2) : nearest;
            while (!opens && first > 0 && joined(found.get(first - 1), found.get(first))) {
                first--;
            }
            for (int k = first; k <= last; k++) {
                moods[k] = Mood.NO;
            }
        }
    }

    /// Two halves of one exchange: `I give you 3 grain and get 2 salt tomorrow`.
    private static boolean joined(Predicate one, Predicate other) {
        return (one.is(GIVES) || one.is(TAKES)) && (other.is(GIVES) || other.is(TAKES));
    }

    private void conditional(Sentence sentence, List<Predicate> found, Mood[] moods) {
        for (int i = sentence.from(); i < sentence.to(); i++) {
            if (!IF.has(tokens, i, sentence.to())
                    || (POLITE.has(tokens, i, sentence.to()) && !trades(sentence, found, i))) {
                continue;
            }
            String word = tokens.get(i).word();
            boolean adverb = i > sentence.from() && tokens.get(i).is("once")
                    && (tokens.get(i - 1).is("at") || tokens.get(i - 1).is("all"));
            boolean asking = sentence.question() && i == sentence.from() && word.equals("when");
            if (adverb || asking || (word.equals("had") && !(i == sentence.from() && i + 1 < sentence.to()
                    && List.of("i", "you", "we", "it").contains(tokens.get(i + 1).word())))) {
                continue;
            }
            boolean trade = trades(sentence, found, i);
            boolean opens = i == sentence.from() || (!tokens.get(i - 1).isWord()
                    && passage.onlyOpening(sentence.from(), i, WORDS.set("open")))
                    || List.of("and", "but", "so", "then", "well", "ok", "only").contains(tokens.get(i - 1).word());
            int nearest = -1;
            for (int k = 0; k < moods.length; k++) {
                if (found.get(k).at() < i) {
                    nearest = k;
                }
            }
            for (int k = 0; k < moods.length; k++) {
                boolean after = found.get(k).at() > i;
                if (after || (!opens && (k == nearest
                        || (nearest > 0 && k == nearest - 1 && joined(found.get(k), found.get(nearest)))))) {
                    moods[k] = trade ? milder(moods[k]) : Mood.NO;
                }
            }
        }
    }

    private static Mood milder(Mood mood) { return mood == Mood.DOES || mood == Mood.BARE ? Mood.PROPOSES : mood; }

    /// Whether what follows an "if" is the other half of an exchange.
    private boolean trades(Sentence sentence, List<Predicate> found, int i) {
        for (Predicate predicate : found) {
            if (predicate.at() > i && !predicate.is(EMBEDS_OWN)) {
                boolean way = predicate.is(GIVES) || predicate.is(TAKES);
                boolean party = predicate.subject() == Subject.ADDRESSEE || predicate.subject() == Subject.SPEAKER
                        || predicate.subject() == Subject.ANYBODY;
                return way && party && predicate.mood() != Mood.NO && predicate.at() - i < 8
                        && goodsBetween(predicate.end(), sentence.to());
            }
        }
        return false;
    }

    private boolean goodsBetween(int from, int to) {
        for (int i = from; i < to && tokens.get(i).mark() != ','; i++) {
            if (passage.mentionAt(i) instanceof Mention.Goods) {
                return true;
            }
        }
        return false;
    }

    private void mockery(List<List<Predicate>> governed) {
        for (int s = 0; s < governed.size(); s++) {
            Sentence sentence = passage.sentences().get(s);
            if (mocks(sentence)) {
                silence(governed, s);
                if (governed.get(s).isEmpty() || sentence.to() - sentence.from() < 7) {
                    silence(governed, s - 1);
                }
            }
        }
    }

    boolean mocks(Sentence sentence) {
        return MOCKERY.find(tokens, sentence.from(), sentence.to()) >= 0 || isSlashS(sentence);
    }

    private boolean isSlashS(Sentence sentence) {
        for (int i = sentence.from(); i + 1 < sentence.to(); i++) {
            if (tokens.get(i).mark() == '/' && tokens.get(i + 1).is("s")) {
                return true;
            }
        }
        return false;
    }

    static boolean mocked(Passage passage, int s) {
        var scopes = new Scopes(passage);
        List<Sentence> sentences = passage.sentences();
        return scopes.mocks(sentences.get(s)) || (s + 1 < sentences.size() && scopes.mocks(sentences.get(s + 1))
                && sentences.get(s + 1).to() - sentences.get(s + 1).from() < 7);
    }

    /// @return the token from which on words are meant again, after the last "just kidding"; 0 where nothing is taken back
    static int meantFrom(Passage passage) {
        int from = 0;
        for (int i = 0; i < passage.tokens().size(); i++) {
            boolean negated = i > 0 && passage.token(i - 1).is("not");
            if (!negated && TAKEBACK.has(passage.tokens(), i, passage.tokens().size())) {
                from = i;
            }
        }
        return from;
    }

    private void takeback(List<List<Predicate>> governed) {
        int from = meantFrom(passage);
        if (from > 0) {
            for (int s = 0; s < governed.size(); s++) {
                governed.set(s, governed.get(s).stream().map(p -> p.at() < from ? p.with(Mood.NO) : p).toList());
            }
        }
    }

    private static void silence(List<List<Predicate>> governed, int s) {
        if (s >= 0) {
            governed.set(s, governed.get(s).stream().map(p -> p.with(Mood.NO)).toList());
        }
    }
}
