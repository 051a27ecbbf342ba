package microcosm.models;

/// A reply that was received and cannot be used. Never content: nobody in the society hears of it.
public final class UnusableReplyException extends Exception {
    private static final long serialVersionUID = 1;

    private final String kind;

    /// @param kind how the trace names it: `refusal`, `empty`, `truncated`, `unparsable` …
    public UnusableReplyException(String kind, String message) {
        super(message);
        this.kind = kind;
    }

    public String kind() { return kind; }
}
