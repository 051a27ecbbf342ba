package microcosm.models;

/// The budget is spent. The run stops and can be continued with a larger one.
public final class BudgetException extends ModelException {
    private static final long serialVersionUID = 1;

    BudgetException(String message) { super(message, false); }
}
