package microcosm.worlds;

import java.util.List;
import java.util.stream.Collectors;

/// Everything that is wrong with a world file, sorted by position. Shown to its author without a stack trace.
public final class WorldException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Problem> problems;

    /// @throws IllegalArgumentException if there is no problem to report
    public WorldException(List<Problem> problems) {
        super(problems.stream().sorted().map(Problem::toString).collect(Collectors.joining("\n")));
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("a world exception needs at least one problem");
        }
        this.problems = problems.stream().sorted().toList();
    }

    public List<Problem> problems() { return problems; }
}
