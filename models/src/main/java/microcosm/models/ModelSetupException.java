package microcosm.models;

/// What the user must put right before a model can be asked: its name, its key, its file. Never holds a key's value.
public final class ModelSetupException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ModelSetupException(String message) { super(message); }

    public ModelSetupException(String message, Throwable cause) { super(message, cause); }
}
