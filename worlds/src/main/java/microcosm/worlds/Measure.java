package microcosm.worlds;

/// A number the game master computes while the world runs.
public record Measure(String name, Schedule schedule, Formula is, Position at) {}
