package microcosm.speech;

import java.util.Set;

/// A verb of a sentence, who does it, and whether it is done, proposed, asked for or only spoken of.
///
/// @param at index of its first token
/// @param end index after its last
/// @param lemmas the verbs it can be: `pay`, and `pay back` when "back" follows
/// @param subjectAt index of the subject; `at` where there is none
record Predicate(int at, int end, Set<String> lemmas, Verbs.Form form, Subject subject, int subjectAt, Mood mood) {
    enum Subject {
        SPEAKER, ADDRESSEE, ANYBODY, OTHER, NONE
    }

    enum Mood {
        /// The speaker does it by these words.
        DOES,
        /// The speaker would, could or may: enough for an offer, not for a deed.
        PROPOSES,
        /// The verb stands alone at the head: one's own deed in short, or a call on others.
        BARE,
        /// The other is to do it: asked, told or made a condition.
        ASKED,
        /// Denied, past, supposed, reported, or somebody else's.
        NO
    }

    boolean is(Set<String> verbs) {
        for (String lemma : lemmas) {
            if (verbs.contains(lemma)) {
                return true;
            }
        }
        return false;
    }

    Predicate with(Mood other) { return new Predicate(at, end, lemmas, form, subject, subjectAt, other); }
}
