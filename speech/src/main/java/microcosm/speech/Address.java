package microcosm.speech;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/// Whom words are for: by a vocative, by "I say to Tomas", or the person the speaker was last turned to.
final class Address {
    private static final Set<String> OPENING = WordSet.of("and", "but", "so", "now", "hello", "hi", "hey", "dear",
            "listen",
            "well", "ok", "okay", "thanks", "thank", "you", "good", "morning", "evening", "day", "afternoon", "yes",
            "no",
            "please", "oh", "ah", "look", "sorry", "deal", "agreed", "greetings", "welcome", "my", "friend", "to",
            "alright", "fine", "sure", "right", "then", "come", "on", "done", "neighbour", "cheers", "yo", "old", "@");
    private static final Set<String> SPEECH = WordSet.of("say", "tell", "ask", "whisper", "call", "shout", "reply",
            "answer",
            "turn", "speak", "announce", "address", "warn", "write", "mutter", "remind", "talk", "promise", "greet",
            "says",
            "tells", "asks", "whispers", "turns", "lean", "assure", "inform");

    private final List<Optional<String>> bySentence = new ArrayList<>();
    private final boolean named;
    private final Optional<String> all;

    private Address(Passage passage) {
        var found = new ArrayList<String>();
        Optional<String> current = passage.setting().addressee();
        for (Sentence sentence : passage.sentences()) {
            List<String> vocatives = vocatives(passage, sentence);
            if (vocatives.size() == 1) {
                current = Optional.of(vocatives.getFirst());
                if (!found.contains(vocatives.getFirst())) {
                    found.add(vocatives.getFirst());
                }
            } else if (vocatives.size() > 1) {
                current = Optional.empty();
                found.addAll(vocatives);
            }
            bySentence.add(current);
        }
        if (found.size() == 1) {
            for (int i = 0; i < bySentence.size() && bySentence.get(i).equals(passage.setting().addressee()); i++) {
                bySentence.set(i, Optional.of(found.getFirst()));
            }
        }
        this.named = !found.isEmpty();
        this.all = found.size() == 1
                ? Optional.of(found.getFirst())
                : found.isEmpty() ? passage.setting().addressee() : Optional.empty();
    }

    static Address of(Passage passage) { return new Address(passage); }

    /// Whether somebody was addressed by name.
    boolean named() { return named; }

    /// The one person all of it is for.
    Optional<String> whole() { return all; }

    /// Who "you" is in a sentence.
    Optional<String> in(int sentence) { return bySentence.get(sentence); }

    private static List<String> vocatives(Passage passage, Sentence sentence) {
        var found = new ArrayList<String>();
        for (int i = sentence.from(); i < sentence.to(); i++) {
            Mention.Someone someone = passage.nameStartingAt(i);
            if (someone != null && someone.ids().size() == 1 && !someone.possessive()
                    && !someone.ids().getFirst().equals(passage.setting().speaker())
                    && isVocative(passage, sentence, someone) && !found.contains(someone.ids().getFirst())) {
                found.add(someone.ids().getFirst());
            }
        }
        return found;
    }

    static boolean isVocative(Passage passage, Sentence sentence, Mention.Someone someone) {
        boolean startMark = someone.from() == sentence.from() || !passage.token(someone.from() - 1).isWord();
        boolean endMark = someone.to() >= sentence.to() || !passage.token(someone.to()).isWord();
        if (someone.from() > sentence.from() && passage.token(someone.from() - 1).mark() == '@') {
            return someone.from() == sentence.from() + 1;
        }
        if (told(passage, sentence, someone)) {
            return true;
        }
        boolean opening = opening(passage, sentence.from(), someone.from());
        if (opening && someone.to() < sentence.to() && List.of("you", "will", "would", "do", "can", "could", "i")
                .contains(passage.token(someone.to()).word())) {
            String after = passage.token(someone.to()).word();
            return List.of("you", "i").contains(after)
                    || (sentence.question() && someone.to() + 1 < sentence.to()
                            && passage.token(someone.to() + 1).is("you"));
        }
        if (opening && endMark) {
            boolean list = someone.to() < sentence.to() && passage.token(someone.to()).mark() == ':'
                    && someone.to() + 1 < sentence.to() && passage.token(someone.to() + 1).isNumber()
                    && sentence.to() - someone.to() < 4;
            boolean shares = someone.to() < sentence.to() && passage.token(someone.to()).mark() == ','
                    && listGoesOn(passage, sentence, someone.to() + 1);
            return !list && !shares;
        }
        return startMark && endMark && someone.from() > sentence.from()
                && passage.token(someone.from() - 1).mark() != ':' && passage.token(someone.from() - 1).mark() != '"'
                && !betweenNames(passage, someone);
    }

    /// `Mira, Tomas and Peder are …`: a list of names, and nobody is called.
    private static boolean listGoesOn(Passage passage, Sentence sentence, int i) {
        Mention.Someone next = i < sentence.to() ? passage.nameStartingAt(i) : null;
        return next != null && next.to() < sentence.to() && passage.token(next.to()).is("and")
                && next.to() + 2 < sentence.to()
                && endsInWords(passage, sentence, passage.nameStartingAt(next.to() + 1));
    }

    private static boolean endsInWords(Passage passage, Sentence sentence, Mention.@Nullable Someone last) {
        return last != null && last.to() < sentence.to() && passage.token(last.to()).isWord();
    }

    private static boolean betweenNames(Passage passage, Mention.Someone someone) {
        return someone.from() >= 2 && passage.nameEndingAt(someone.from() - 1) != null
                && someone.to() + 1 < passage.tokens().size() && passage.token(someone.to()).is("and");
    }

    /// `I say to Tomas`, `I tell Tomas`, `(to Tomas)`.
    private static boolean told(Passage passage, Sentence sentence, Mention.Someone someone) {
        int i = someone.from() - 1;
        if (i >= sentence.from() && (passage.token(i).is("to") || passage.token(i).is("at"))) {
            i--;
            if (i < sentence.from()) {
                return someone.to() < sentence.to() && !passage.token(someone.to()).isWord();
            }
            if ("(*[".indexOf(passage.token(i).mark()) >= 0) {
                return true;
            }
        }
        if (i < sentence.from() || !SPEECH.contains(passage.token(i).word())) {
            return false;
        }
        return i == sentence.from()
                ? passage.token(i).capital() && passage.token(i).word().endsWith("s")
                : passage.token(i - 1).is("i") || (i - 2 >= sentence.from() && passage.token(i - 2).is("i"));
    }

    private static boolean opening(Passage passage, int from, int to) {
        for (int i = from; i < to; i++) {
            Token token = passage.token(i);
            if (token.isWord() && !OPENING.contains(token.word()) && passage.nameStartingAt(i) == null
                    && !(i > 0 && passage.nameEndingAt(i + 1) != null)) {
                return false;
            }
        }
        return true;
    }
}
