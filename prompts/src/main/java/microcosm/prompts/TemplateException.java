package microcosm.prompts;

import java.util.List;

/// A template that cannot be used, with every mistake in it.
public final class TemplateException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final List<String> problems;

    /// @param problems each as `file:line:column: what`; at least one
    TemplateException(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /// @return in the order of the text
    public List<String> problems() { return problems; }
}
