package microcosm.worlds;

import java.util.List;

import microcosm.worlds.syntax.Spelling;

/// One mistake in a world file, said so that its author can mend it.
///
/// @param at where it stands
/// @param what what was read and why it cannot be used: `unknown mechanism "comon-pool"`
/// @param nearest the right spellings closest to what was read, best first; empty where none is close
/// @param expected what would have been right: `known here: common-pool, cournot`; empty where `what` says it all
public record Problem(Position at, String what, List<String> nearest, String expected) implements Comparable<Problem> {
    public Problem {
        nearest = List.copyOf(nearest);
    }

    @Override
    public int compareTo(Problem other) {
        int byPosition = at.compareTo(other.at);
        return byPosition != 0 ? byPosition : what.compareTo(other.what);
    }

    /// @return `file:line:column: what; did you mean "nearest"?` and, on a second line indented by two, what was expected
    @Override
    public String toString() {
        return at + ": " + what + Spelling.suggestion(nearest) + (expected.isEmpty() ? "" : "\n  " + expected);
    }
}
