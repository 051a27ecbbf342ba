package microcosm.models;

/// What came back, once, before anybody asks whether it can be used.
///
/// @param text as received; empty where there was none
/// @param reasoning whether the model also sent thoughts, which are never read
/// @param tools whether it called tools, which nobody offered
/// @param version the model's exact version where the provider names it
public record Reply(String text, Finish finish, boolean reasoning, boolean tools, Usage usage, String version) {
    public static Reply of(String text) { return new Reply(text, Finish.COMPLETE, false, false, Usage.UNKNOWN, ""); }

    /// Why the model stopped.
    public enum Finish {
        /// It had said all.
        COMPLETE,
        /// It had used up the tokens it was allowed.
        TRUNCATED,
        /// The provider withheld the reply.
        FILTERED,
        /// It declined to answer.
        REFUSED,
        /// It said something else, or nothing, about why.
        OTHER
    }
}
