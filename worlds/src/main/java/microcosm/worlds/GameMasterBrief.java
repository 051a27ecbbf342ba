package microcosm.worlds;

import java.util.List;

/// What the game master of open-ended scenes may do.
///
/// @param mayEstablish in words
/// @param mayChange in words
/// @param manner how it tells what happens
public record GameMasterBrief(List<String> mayEstablish, List<String> mayChange, List<String> manner) {
    public static final GameMasterBrief NONE = new GameMasterBrief(List.of(), List.of(), List.of());

    public GameMasterBrief {
        mayEstablish = List.copyOf(mayEstablish);
        mayChange = List.copyOf(mayChange);
        manner = List.copyOf(manner);
    }
}
