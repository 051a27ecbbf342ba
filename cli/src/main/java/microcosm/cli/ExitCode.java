package microcosm.cli;

/// How a command ends.
final class ExitCode {
    static final int DONE = 0;
    static final int DIFFERS = 1;
    static final int USER = 2;
    static final int MODEL = 3;
    static final int BUDGET = 4;
    static final int DEFECT = 70;

    private ExitCode() {}
}
