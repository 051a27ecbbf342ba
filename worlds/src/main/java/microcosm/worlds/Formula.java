package microcosm.worlds;

/// An expression as an author wrote it.
///
/// @param text the source, trimmed
public record Formula(String text, Expression tree, Position at) {
    @Override
    public String toString() { return text; }
}
