package microcosm.gamemaster;

import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.stream.Stream;

import microcosm.trace.Event;
import microcosm.trace.RunFolder;
import microcosm.trace.Trace;
import microcosm.trace.TraceException;
import microcosm.worlds.World;
import microcosm.worlds.WorldFile;

/// What a run folder says of how it was played, so that it can be played or read again.
public record Played(WorldFile file, World world, Event.Began began, RunOptions options) {
    private static final String SETTING = "set.";

    /// @throws TraceException if the run has not begun
    /// @throws microcosm.worlds.WorldException if this version cannot read its world any more
    public static Played of(RunFolder folder) {
        Event.Began began = began(folder);
        var settings = new LinkedHashMap<String, String>();
        began.manifest().forEach((name, value) -> {
            if (name.startsWith(SETTING)) {
                settings.put(name.substring(SETTING.length()), value);
            }
        });
        WorldFile file = WorldFile.read(folder.world());
        var options = new RunOptions(settings, began.seed(), java.util.Optional.empty(), 1, Interventions.NONE);
        return new Played(file, file.world(settings), began, options);
    }

    private static Event.Began began(RunFolder folder) {
        try (Stream<Event> events = Trace.of(folder).events()) {
            if (events.findFirst().orElse(null) instanceof Event.Began began) {
                return began;
            }
        }
        throw new TraceException(folder.trace().toString(), 0, "the run has not begun: there is no complete step");
    }

    /// Everything the identity of a run rests on, besides world id and seed.
    static SequencedMap<String, String> manifest(World world, Interventions changes) {
        var manifest = new LinkedHashMap<String, String>();
        manifest.put("engine", Engine.VERSION);
        manifest.put(RunFolder.WORLD_DIGEST, world.digest());
        world.settings().forEach((name, value) -> manifest.put(SETTING + name, value));
        manifest.put("model", "baseline");
        manifest.put("embedder", Engine.EMBEDDER.name());
        changes.said().forEach((event, text) -> manifest.put("edit." + event, text));
        changes.heard().forEach((person, heard) -> heard
                .forEach((event, text) -> manifest.put("hear." + person + ":" + event, text)));
        return manifest;
    }
}
