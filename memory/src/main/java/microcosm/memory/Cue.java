package microcosm.memory;

/// What memories are to come up for.
///
/// @param text in words; empty for whatever is recent or important
/// @param step the present step
/// @param aside whether the recall leaves no mark: nothing counts as recalled, as in a probe or an interview
public record Cue(String text, int step, boolean aside) {
    public Cue(String text, int step) { this(text, step, false); }
}
