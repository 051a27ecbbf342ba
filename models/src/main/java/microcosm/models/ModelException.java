package microcosm.models;

/// No answer could be had. The run stops and can be continued.
public sealed class ModelException extends RuntimeException permits BudgetException {
    private static final long serialVersionUID = 1;

    private final boolean retriable;

    public ModelException(String message, boolean retriable) {
        super(message);
        this.retriable = retriable;
    }

    public ModelException(String message, boolean retriable, Throwable cause) {
        super(message, cause);
        this.retriable = retriable;
    }

    /// Whether asking again later may help.
    public boolean retriable() { return retriable; }
}
