package microcosm.gamemaster;

import java.util.EnumMap;
import java.util.Optional;

import microcosm.models.LanguageModel;
import microcosm.prompts.Templates;
import microcosm.speech.Reader;
import microcosm.worlds.World;
import microcosm.worlds.World.GameMasterKind;

/// The game master that a world asks for.
public final class GameMasters {
    private GameMasters() {}

    /// @param reader reads by rules
    /// @param model empty where none was given: then rules settle all they can read, and what they cannot read does not happen
    public static GameMaster of(World world, Reader reader, Optional<LanguageModel> model, Templates templates) {
        GameMaster own = of(world.gameMaster(), reader, model, templates);
        var others = new EnumMap<GameMasterKind, GameMaster>(GameMasterKind.class);
        world.dealings().phases().stream().flatMap(phase -> phase.gameMaster().stream())
                .filter(kind -> kind != world.gameMaster())
                .forEach(kind -> others.computeIfAbsent(kind, other -> of(other, reader, model, templates)));
        return others.isEmpty() ? own : new Delegating(own, others);
    }

    private static GameMaster of(GameMasterKind kind, Reader reader, Optional<LanguageModel> model,
            Templates templates) {
        return switch (kind) {
            case RULES -> new RulesGameMaster(reader);
            case MODEL -> model.<GameMaster>map(asked -> new ModelGameMaster(reader, asked, templates, true))
                    .orElseGet(() -> new RulesGameMaster(reader));
            case MODEL_TELLS_RULES_SETTLE ->
                model.<GameMaster>map(asked -> new ModelGameMaster(reader, asked, templates, false))
                        .orElseGet(() -> new RulesGameMaster(reader));
        };
    }
}
