package microcosm.worlds;

import java.util.Optional;

/// When the run is over before the clock is.
///
/// @param when the condition; empty where the game master judges
/// @param told what is said of it
public record Ending(String name, Optional<Formula> when, String told, Position at) {}
