package microcosm.trace;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonParser;

/// How values of one type stand in JSON.
interface Shape<T> {
    void write(JsonText out, T value);

    /// @param in at the first token of the value; afterwards at its last
    /// @throws IllegalArgumentException if something else stands there
    T read(JsonParser in, LongTexts longTexts) throws IOException;

    /// Whether a field holding `value` is left out.
    default boolean leavesOut(T value) { return false; }

    /// What a field left out holds.
    ///
    /// @throws IllegalArgumentException if the field cannot be left out
    default T leftOut() { throw new IllegalArgumentException("is missing"); }

    /// Whether two values stand in JSON alike, but for two people where these are named: by an id of theirs, or a text that is their id alone.
    /// What is the same object is alike, whoever is named in it.
    ///
    /// @param ofA the id of the person whose the first is
    /// @param ofB the id of the person whose the second is
    default boolean alike(T a, String ofA, T b, String ofB) { return a.equals(b); }

    /// What was found, in words: `expected a string, found a number`.
    static IllegalArgumentException unexpected(String expected, JsonParser in) throws IOException {
        String text = String.valueOf(in.getText());
        return new IllegalArgumentException(
                "expected " + expected + ", found " + (text.length() > 60 ? text.substring(0, 60) + "…" : text));
    }
}
