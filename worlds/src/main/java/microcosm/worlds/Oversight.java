package microcosm.worlds;

import java.util.List;

/// Somebody answers to somebody: what they are about to say and do is shown to an overseer first, who lets it pass, puts other words in
/// its place, or stops it.
///
/// @param overseer person id
/// @param of whose words are shown; the overseer's own never are
/// @param actions names of the actions that need leave; empty for all. Words that rules cannot read need leave too
public record Oversight(String overseer, Channel.Members of, List<String> actions, Position at) {
    public Oversight {
        actions = List.copyOf(actions);
    }
}
