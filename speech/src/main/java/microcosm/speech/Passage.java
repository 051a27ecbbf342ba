package microcosm.speech;

import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/// What somebody said, taken apart: words, what they speak of, and sentences.
///
/// @param mentions by the index of the first token of each; null where none begins
record Passage(String text, List<Token> tokens, List<@Nullable Mention> mentions, List<Sentence> sentences,
        Setting setting,
        Names names) {
    private static final Set<String> SUBJECTS = WordSet.of("i", "we", "you", "he", "she", "they", "it");

    Token token(int i) { return tokens.get(i); }

    @Nullable
    Mention mentionAt(int i) { return mentions.get(i); }

    Mention.@Nullable Someone nameStartingAt(int i) {
        return mentions.get(i) instanceof Mention.Someone someone ? someone : null;
    }

    /// @return the name whose last token is at `end - 1`
    Mention.@Nullable Someone nameEndingAt(int end) {
        for (int i = end - 1; i >= Math.max(0, end - 5); i--) {
            Mention mention = mentions.get(i);
            if (mention != null) {
                return mention instanceof Mention.Someone someone && mention.to() == end ? someone : null;
            }
        }
        return null;
    }

    /// Whether a token belongs to a name or a place rather than being a verb.
    boolean inName(int i) {
        for (int k = i; k >= Math.max(0, i - 4); k--) {
            Mention mention = mentions.get(k);
            if (mention != null) {
                boolean covers = mention.to() > i;
                return covers && (mention instanceof Mention.Someone || (mention instanceof Mention.Goods goods
                        && (k < i || goods.amount().isPresent()))
                        || (mention instanceof Mention.Thing && mention.to() - k > 1));
            }
        }
        return false;
    }

    /// @return the last subject in words before token `i`; -1 for none
    int subjectBefore(Sentence sentence, int i) {
        for (int k = i - 1; k >= sentence.from(); k--) {
            if (SUBJECTS.contains(tokens.get(k).word())
                    || (k == sentence.from() && mentions.get(k) instanceof Mention.Someone)) {
                return k;
            }
        }
        return -1;
    }

    /// Whether there are only names, marks and words that open a sentence from `from` to `to`.
    boolean onlyOpening(int from, int to, Set<String> open) {
        int i = from;
        while (i < to) {
            Mention mention = mentions.get(i);
            if (mention instanceof Mention.Someone && mention.to() <= to) {
                i = mention.to();
            } else if (!tokens.get(i).isWord() || open.contains(tokens.get(i).word())
                    || WordSet
                            .of("dear", "friend", "neighbour", "old", "sir", "everyone", "friends", "all", "folks",
                                    "to")
                            .contains(tokens.get(i).word())) {
                i++;
            } else {
                return false;
            }
        }
        return true;
    }

    int start(int token) { return tokens.get(token).from(); }

    int end(int tokenAfter) { return tokens.get(tokenAfter - 1).to(); }

    String words(int from, int to) { return text.substring(start(from), end(to)); }

    /// @return the one other person named before token `i`, for "him", "her" and "them"; empty where there is none or more than one
    Optional<String> onlyOtherBefore(int i) {
        String found = "";
        for (int k = 0; k < i; k++) {
            if (mentions.get(k) instanceof Mention.Someone someone) {
                if (someone.ids().size() > 1 || (!found.isEmpty() && !someone.ids().contains(found))) {
                    return Optional.empty();
                }
                String id = someone.ids().getFirst();
                found = id.equals(setting.speaker()) ? found : id;
            }
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(found);
    }
}
