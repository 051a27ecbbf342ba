package microcosm.trace;

/// A file of a run folder is not what it should be: altered, damaged, or of another format. Shown to the user without a stack trace.
public final class TraceException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String file;
    private final long line;
    private final String problem;

    /// @param file as the user can open it
    /// @param line from 1; 0 where the whole file is meant
    /// @param problem what was read and why it cannot be
    public TraceException(String file, long line, String problem) {
        super(file + (line > 0 ? ":" + line : "") + ": " + problem);
        this.file = file;
        this.line = line;
        this.problem = problem;
    }

    TraceException(String file, long line, String problem, Throwable cause) {
        this(file, line, problem);
        initCause(cause);
    }

    public String file() { return file; }

    public long line() { return line; }

    public String problem() { return problem; }
}
