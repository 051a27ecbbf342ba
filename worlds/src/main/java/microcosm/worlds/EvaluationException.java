package microcosm.worlds;

import java.util.Optional;

/// An expression that has no value where it was asked for: a name nobody knows, words where a number is needed, a division by
/// zero, the mean of nobody, a bound passed. Says what; names the position when the expression came as a [Formula].
public final class EvaluationException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Optional<Position> at;
    private final String what;

    EvaluationException(String what) {
        super(what, null, false, false);
        this.what = what;
        at = Optional.empty();
    }

    private EvaluationException(Formula formula, EvaluationException inner) {
        super(formula.at() + ": " + inner.what + " in \"" + formula.text() + "\"", inner, false, false);
        what = inner.what;
        at = Optional.of(formula.at());
    }

    EvaluationException in(Formula formula) { return at.isPresent() ? this : new EvaluationException(formula, this); }

    /// @return the mistake without its position
    public String what() { return what; }

    /// @return where the formula stands; empty when a bare tree was evaluated
    public Optional<Position> at() { return at; }
}
