package microcosm.worlds;

import java.util.ArrayList;
import java.util.List;

/// Which parts of a world are read and checked, but not played by this version. A room above that learns to play one takes its line out.
final class NotExecuted {
    private NotExecuted() {}

    static List<String> of(World world, Lexicon lexicon) {
        var parts = new ArrayList<String>();
        world.dealings().governance().ifPresent(written -> new StatuteReader(written, world).problems()
                .forEach(problem -> parts.add("governance: " + problem)));
        world.dealings().markets().stream().map(Market::mechanism).distinct()
                .filter(mechanism -> !lexicon.isPlayed(Vocabulary.Kind.MECHANISM, mechanism))
                .forEach(mechanism -> parts.add("mechanism " + mechanism));
        return parts;
    }
}
