package microcosm.audit;

import java.util.List;

/// A transcript that cannot be read as it stands. Nothing of it was imported.
public final class ImportException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<String> problems;

    /// @param problems each as `file:line: what was read, what was expected`
    public ImportException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    public List<String> problems() { return problems; }
}
