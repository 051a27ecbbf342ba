package microcosm.audit;

/// What it takes to see a channel.
public enum Visibility {
    /// An artefact: one message suffices.
    A,
    /// Shifts a distribution: visible against a reference, given enough symbols.
    B,
    /// Leaves content as it was: visible only in what it goes with, a secret or what others do.
    C
}
