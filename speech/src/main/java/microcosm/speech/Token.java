package microcosm.speech;

/// A word, a number or a mark of a text, and where it stands.
///
/// @param word lower-cased, without accents, contractions taken apart (`I'll` is `i`, `will`); digits for a number; empty for a mark
/// @param mark the mark; 0 for a word or a number
/// @param from index of its first character (UTF-16) in the text
/// @param to index after the last
/// @param capital whether it was written with a capital
record Token(String word, char mark, int from, int to, boolean capital) {
    boolean isWord() { return mark == 0; }

    boolean isNumber() {
        return !word.isEmpty() && (Character.isDigit(word.charAt(0)) || (word.charAt(0) == '-' && word.length() > 1));
    }

    boolean is(String other) { return word.equals(other); }
}
