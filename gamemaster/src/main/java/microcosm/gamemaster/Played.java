package microcosm.gamemaster;

import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

import microcosm.prompts.Templates;
import microcosm.trace.Event;
import microcosm.trace.RunFolder;
import microcosm.trace.Trace;
import microcosm.trace.TraceException;
import microcosm.worlds.World;
import microcosm.worlds.WorldFile;

/// What a run folder says of how it was played, so that it can be played or read again.
///
/// @param world as it was when the run began
/// @param options with what a fork changed
public record Played(WorldFile file, World world, Event.Began began, RunOptions options) {
    /// @throws TraceException if the run has not begun
    /// @throws microcosm.worlds.WorldException if this version cannot read its world any more
    public static Played of(RunFolder folder) {
        Event.Began began = began(folder);
        SequencedMap<String, String> settings = Manifest.settings(began.manifest());
        WorldFile file = WorldFile.read(folder.world());
        var options = new RunOptions(settings, began.seed(), Optional.empty(), 1,
                Manifest.interventions(began.manifest()), Minds.of(began.manifest(), templates(folder)));
        return new Played(file, file.world(settings), began, options);
    }

    /// The settings as they are at the end: those the run began with, and what its forks set.
    SequencedMap<String, String> lastSettings() {
        var settings = new LinkedHashMap<>(options.settings());
        options.interventions().branches().forEach(branch -> settings.putAll(branch.settings()));
        return settings;
    }

    /// Those that were kept with the run; a run without models keeps none.
    private static Templates templates(RunFolder folder) {
        return Files.isDirectory(folder.prompts()) ? Templates.overridden(folder.prompts()) : Templates.shipped();
    }

    private static Event.Began began(RunFolder folder) {
        try (Stream<Event> events = Trace.of(folder).events()) {
            if (events.findFirst().orElse(null) instanceof Event.Began began) {
                return began;
            }
        }
        throw new TraceException(folder.trace().toString(), 0, "the run has not begun: there is no complete step");
    }
}
