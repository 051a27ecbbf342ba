package microcosm.worlds;

import java.util.List;

/// An expression as an author wrote it.
///
/// @param text the source, trimmed
public record Formula(String text, Expression tree, Position at) {
    @Override
    public String toString() { return text; }

    /// Reads an expression outside a world file.
    ///
    /// @throws WorldException if the text is not an expression
    public static Formula parse(String text, Position at) {
        try {
            return new Formula(text.strip(), ExpressionParser.parse(text.strip()), at);
        } catch (ExpressionParser.Mistake e) {
            throw new WorldException(List.of(new Problem(
                    new Position(at.file(), at.line(), at.column() + e.index), e.what, List.of(), e.expected)));
        }
    }
}
