package microcosm.worlds;

import java.util.Optional;

/// Something that can be believed, asserted, doubted and passed on.
///
/// @param title the heading, a sentence: `The mill will stop`
/// @param text the claim in full
/// @param truth whether it is so; empty where the world does not say
/// @param denies id of the claim it contradicts
/// @param nobodys the author says that nobody holds it at the start
public record Claim(String id, String title, String text, Optional<Boolean> truth, Optional<String> denies,
        boolean nobodys, Position at) {}
