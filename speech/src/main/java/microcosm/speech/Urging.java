package microcosm.speech;

import java.util.List;

/// Tells a call on others (`Vote for Bo, everyone!`) from one's own deed in short (`Vote for Bo.`).
final class Urging {
    private Urging() {}

    static boolean urges(Passage passage, Sentence sentence, Predicate predicate) {
        boolean subject = false;
        for (int i = sentence.from(); i < sentence.to(); i++) {
            Token token = passage.token(i);
            boolean crowd = List.of("everyone", "everybody", "all", "please", "friends", "us", "folks", "people", "you",
                    "your", "yourself", "always", "never", "less", "together", "let").contains(token.word());
            Mention.Someone someone = passage.nameStartingAt(i);
            boolean called = someone != null && Address.isVocative(passage, sentence, someone);
            subject |= crowd || called;
        }
        return subject || sentence.exclaimed() || predicate.form() == Verbs.Form.PAST;
    }
}
