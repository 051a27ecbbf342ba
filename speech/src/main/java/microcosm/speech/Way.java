package microcosm.speech;

import java.util.List;
import java.util.Set;

import microcosm.speech.Predicate.Mood;

/// Which way goods go: away from the speaker, to the speaker, or neither.
enum Way {
    OUT, IN, NOWHERE;

    static final Set<String> GIVES = Lexicon.READING.set("gives");
    static final Set<String> TAKES = Lexicon.READING.set("takes");

    Way turned() { return this == OUT ? IN : this == IN ? OUT : NOWHERE; }

    /// @return the way of the goods that the verb governs
    static Way of(Predicate predicate, Sentence sentence, Passage passage) {
        return new Direction(sentence, passage).of(predicate);
    }

    /// What a verb, its subject and the words beside it say of the way.
    private record Direction(Sentence sentence, Passage passage) {
        Way of(Predicate predicate) {
            if (predicate.mood() == Mood.NO) {
                return Way.NOWHERE;
            }
            String before = predicate.at() > 0 ? passage.token(predicate.at() - 1).word() : "";
            if (predicate.lemmas().contains("have")) {
                return having(predicate, before);
            }
            boolean gives = predicate.is(GIVES);
            boolean both = gives && predicate.is(TAKES);
            Way own = (gives && !both) || (both && predicate.is(WordSet.of("offer"))) ? Way.OUT : Way.IN;
            return switch (predicate.subject()) {
                case SPEAKER -> own;
                case ADDRESSEE, ANYBODY -> own.turned();
                case OTHER -> Way.NOWHERE;
                case NONE -> bare(predicate, own);
            };
        }

        private Way bare(Predicate predicate, Way own) {
            int end = Math.min(sentence.to(), predicate.end() + 2);
            for (int k = predicate.end(); k < end; k++) {
                if (passage.token(k).is("me") || passage.token(k).is("us")) {
                    return Way.IN;
                }
            }
            boolean offering = predicate.is(WordSet.of("take", "accept", "have"))
                    || (sentence.question() && predicate.is(WordSet.of("want", "need", "like")));
            return offering && own == Way.IN ? Way.OUT : own;
        }

        private Way having(Predicate predicate, String before) {
            return switch (predicate.subject()) {
                case SPEAKER -> before.equals("i") || before.equals("we") ? Way.OUT : Way.IN;
                case ADDRESSEE, ANYBODY -> {
                    String left = predicate.subjectAt() > 0 ? passage.token(predicate.subjectAt() - 1).word() : "";
                    boolean told = List.of("let", "can", "could", "may", "would", "will").contains(left)
                            || !before.equals("you");
                    yield told ? Way.OUT : Way.NOWHERE;
                }
                case OTHER -> Way.NOWHERE;
                case NONE -> Way.OUT;
            };
        }
    }
}
