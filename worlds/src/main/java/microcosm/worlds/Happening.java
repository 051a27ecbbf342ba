package microcosm.worlds;

import java.util.List;
import java.util.Optional;

/// Something the world itself does, on a schedule or when a condition holds.
///
/// @param told what the people concerned are told; empty for a silent event
/// @param to who is told
public record Happening(String id, String name, Schedule schedule, Optional<Formula> when, List<EffectCall> effects,
        String told, Channel.Members to, Position at) {
    public Happening {
        effects = List.copyOf(effects);
    }
}
