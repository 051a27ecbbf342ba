package microcosm.worlds;

/// A claim of the world found in somebody's words.
///
/// @param claim id of a [Claim]
/// @param from index of the first character (UTF-16) of the words it was read from
/// @param to index after the last
public record Assertion(String claim, Stance stance, int from, int to) {
    public enum Stance {
        ASSERTS, DENIES, DOUBTS, ASKS
    }
}
