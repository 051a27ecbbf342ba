package microcosm.trace;

/// Where somebody is, or is going.
///
/// @param arrives the first step on which they are there
public record Whereabouts(String place, int arrives) {}
