package microcosm.memory;

/// What memories are to come up for.
///
/// @param text in words; empty for the most recent ones
/// @param step the present step
public record Cue(String text, int step) {}
