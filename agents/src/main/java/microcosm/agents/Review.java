package microcosm.agents;

import java.util.List;

import microcosm.trace.EventId;
import microcosm.worlds.Attempt;

/// What an overseer makes of what somebody is about to say and do.
///
/// @param text what is said and done; empty for nothing
/// @param why for whose words they were; may be empty
public record Review(Verdict verdict, String text, String why) {
    public enum Verdict {
        APPROVED, AMENDED, STOPPED
    }

    /// What is shown to an overseer.
    ///
    /// @param event in which it was drafted
    /// @param from whose words they are, by id
    /// @param attempts what rules read in them, for overseers who decide by rule
    public record Draft(EventId event, String from, String text, List<Attempt> attempts) {
        public Draft {
            attempts = List.copyOf(attempts);
        }
    }

    static Review approved(Draft draft) { return new Review(Verdict.APPROVED, draft.text(), ""); }

    static Review stopped(String why) { return new Review(Verdict.STOPPED, "", why); }

    /// Other words in the place of the draft's: the same are an approval, none stop it.
    static Review amended(Draft draft, String text, String why) {
        return text.isBlank()
                ? stopped(why)
                : text.equals(draft.text()) ? approved(draft) : new Review(Verdict.AMENDED, text, why);
    }
}
