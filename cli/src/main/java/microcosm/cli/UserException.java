package microcosm.cli;

/// The user's mistake, said in one line that tells them what to do.
final class UserException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UserException(String message) { super(message); }
}
