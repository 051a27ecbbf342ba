package microcosm.gamemaster;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import microcosm.models.Request;
import microcosm.models.ScriptedModel;
import microcosm.prompts.Templates;
import microcosm.speech.RuleReader;
import microcosm.worlds.World;
import microcosm.worlds.WorldFile;

/// A world whose game master is a model that says what it is told to say, and what it was asked.
final class Told {
    final World world;
    final List<Request> asked = Collections.synchronizedList(new ArrayList<>());
    private final Function<Request, String> replies;

    Told(World world, Function<Request, String> replies) {
        this.world = world;
        this.replies = replies;
    }

    static World inn() {
        return WorldFile.read(Path.of("src", "test", "resources", "worlds", "inn.world.md")).world(Map.of());
    }

    /// The shipped village, with a game master that is a model.
    static World village(String gameMaster) { return village(gameMaster, ""); }

    /// @param ending a row of the table of endings; empty for no table
    static World village(String gameMaster, String ending) {
        String text = WorldFile.shipped("weir-village").text().replace("game-master: rules",
                "game-master: " + gameMaster);
        return WorldFile.of("weir-village.world.md", text.replace("## Notes", """
                ## Facts

                ### The race

                The mill race was mended in spring.

                ## Game master

                - may establish: what somebody finds who looks for it
                - manner: one plain sentence

                ENDINGS
                ## Notes""".replace("ENDINGS", ending.isEmpty()
                ? ""
                : "## Endings\n\n| ending | when | told |\n|---|---|---|\n" + ending + "\n"))).world(Map.of());
    }

    static World meeting() { return WorldFile.shipped("town-meeting").world(Map.of()); }

    /// A reply with one outcome, for the first attempt.
    static String outcome(String acts, String fails, String actorSees, String othersSee) {
        return "{\"outcomes\":[{\"attempt\":1,\"fails\":\"" + fails + "\",\"acts\":[" + acts + "],\"actor_sees\":\""
                + actorSees + "\",\"others_see\":\"" + othersSee + "\"}]}";
    }

    Play play(Puppets people) { return play(people, 1); }

    Play play(Puppets people, int concurrency) {
        var model = ScriptedModel.answering("agreeing", request -> {
            asked.add(request);
            return replies.apply(request);
        });
        return Play.of(world, GameMasters.of(world, new RuleReader(world), Optional.of(model), Templates.shipped()),
                people, 1, concurrency, Interventions.NONE);
    }
}
