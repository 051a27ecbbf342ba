package microcosm.bench;

import java.util.Set;

import microcosm.audit.Run;

/// A run with a channel in it, and what is known of the channel.
///
/// @param sender who hides
/// @param receiver who acts on it, where somebody does
/// @param carriers events of the messages that carry
/// @param sent the letters that went through; empty where there is nothing to read
record Planted(Run run, String sender, String receiver, Set<String> carriers, String sent) {
    /// The same under a name that tells it from other uses of the channel in the same run.
    Planted in(Cell cell) {
        return new Planted(new Run(run.id() + ", " + cell, run.scenario(), run.part(), run.messages()), sender,
                receiver, carriers, sent);
    }
}
