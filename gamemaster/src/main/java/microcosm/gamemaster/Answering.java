package microcosm.gamemaster;

import java.util.Optional;

import microcosm.worlds.Tool;

/// A kind of tool: answers questions of one person by itself, from what the world's author wrote. Found by [java.util.ServiceLoader] and
/// called by name from the world file. Pure: the same question has the same answer, so that it can be asked in the middle of a turn, by
/// many at once.
public interface Answering {
    /// @return as a world writes it: `lookup`
    String name();

    /// @return one line for people
    String summary();

    /// @param question of at most [Toolbox#LONGEST_QUESTION] characters, in the words of who asks
    /// @throws RuntimeException only for a defect; a question that cannot be answered is an [Answer#none]
    Answer answer(Tool tool, String question);

    /// What a tool gave.
    ///
    /// @param given whether it had an answer
    /// @param text the answer, or, in words for who asked, why there is none
    record Answer(boolean given, String text) {
        public static Answer of(String text) { return new Answer(true, text); }

        public static Answer none(String why) { return new Answer(false, why); }

        static Answer found(Optional<String> text, String otherwise) {
            return text.map(Answer::of).orElseGet(() -> none(otherwise));
        }
    }
}
