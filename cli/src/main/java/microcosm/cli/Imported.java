package microcosm.cli;

import microcosm.gamemaster.Played;
import microcosm.trace.RunFolder;

/// Runs that were imported: they can be read and audited, but nobody could play them again.
final class Imported {
    private Imported() {}

    /// @throws UserException if the run was imported
    static void refuse(RunFolder run) {
        if (Played.of(run).began().manifest().containsKey("imported")) {
            throw new UserException(
                    run.path() + ": was imported from a transcript; it can be read with 'trace' and audited, "
                            + "but not played again");
        }
    }
}
