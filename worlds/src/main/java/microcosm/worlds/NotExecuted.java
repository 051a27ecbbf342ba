package microcosm.worlds;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Which parts of a world are read and checked, but not played by this version. A room above that learns to play one takes its line out.
final class NotExecuted {
    private NotExecuted() {}

    static List<String> of(World world, Lexicon lexicon) {
        var parts = new ArrayList<String>();
        add(parts, world.gameMaster() != World.GameMasterKind.RULES, "a game master that is a model");
        add(parts, world.dealings().governance().isPresent(), "governance");
        add(parts, world.dealings().channels().stream().anyMatch(c -> c.paraphrase().isPresent()),
                "paraphrased channels");
        add(parts, world.watch().endings().stream().map(Ending::when).anyMatch(Optional::isEmpty),
                "endings the game master judges");
        add(parts, world.clock().order() == World.TurnOrder.CALLED && world.dealings().phases().isEmpty(),
                "turns by call");
        world.dealings().markets().stream().map(Market::mechanism).distinct()
                .filter(mechanism -> !lexicon.isPlayed(Vocabulary.Kind.MECHANISM, mechanism))
                .forEach(mechanism -> parts.add("mechanism " + mechanism));
        return parts;
    }

    private static void add(List<String> parts, boolean uses, String part) {
        if (uses) {
            parts.add(part);
        }
    }
}
