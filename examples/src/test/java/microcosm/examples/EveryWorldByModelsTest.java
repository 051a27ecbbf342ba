package microcosm.examples;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import microcosm.gamemaster.Interventions;
import microcosm.gamemaster.Listener;
import microcosm.gamemaster.Minds;
import microcosm.gamemaster.Outcome;
import microcosm.gamemaster.Run;
import microcosm.gamemaster.RunOptions;
import microcosm.gamemaster.Sittings;
import microcosm.gamemaster.Switchboard;
import microcosm.models.ModelName;
import microcosm.models.ModelSpec;
import microcosm.trace.Event;
import microcosm.trace.RunRecord;
import microcosm.trace.Trace;
import microcosm.worlds.WorldFile;

import static org.assertj.core.api.Assertions.assertThat;

/// Every world there is, shipped or in an example, is played by [Anybody] as people and game master, and replayed without a model.
@Execution(ExecutionMode.CONCURRENT)
class EveryWorldByModelsTest {
    private static final String STUB = "script:anybody";
    /// Games of thousands of rounds are alike in all of them; these play sixty.
    private static final int WHOLE = 60;
    /// Thousands of people differ from a hundred in nothing but the time they take; so these worlds are made smaller by their parameters.
    private static final Map<String, Map<String, String>> SMALLER = Map.of("kuramoto.world.md", Map.of("many", "60"),
            "committed-minority.world.md", Map.of("few", "10", "many", "90"));
    private static final Sittings NOW = () -> new RunRecord.Sitting("2026-01-01T00:00:00Z", BigDecimal.ONE, "", "", "",
            "", RunRecord.Totals.NONE);

    @TempDir
    private Path out;

    /// A step where there are hundreds of people, else three.
    @TestFactory
    Stream<DynamicTest> every_world_is_begun_by_models() throws IOException {
        return worlds(file -> people(file) > 60 ? 1 : 3);
    }

    @Tag("slow")
    @TestFactory
    Stream<DynamicTest> every_world_is_played_out_by_models() throws IOException { return worlds(_ -> WHOLE); }

    private Stream<DynamicTest> worlds(ToIntFunction<Path> steps) throws IOException {
        var worlds = new ArrayList<Path>();
        for (Path door : List.of(Path.of("."), Path.of("..", "worlds", "library"),
                Path.of("..", "worlds", "starter"))) {
            try (Stream<Path> files = Files.walk(door)) {
                files.filter(file -> file.toString().endsWith(".world.md") && !file.toString().contains("target"))
                        .sorted().forEach(worlds::add);
            }
        }
        assertThat(worlds).hasSizeGreaterThan(40);
        return worlds.stream().map(file -> DynamicTest.dynamicTest(file.getFileName().toString(),
                () -> played(file, steps.applyAsInt(file))));
    }

    private static int people(Path file) { return Run.people(WorldFile.read(file).world(settings(file)), 1).size(); }

    private static Map<String, String> settings(Path file) {
        return SMALLER.getOrDefault(file.getFileName().toString(), Map.of());
    }

    private void played(Path file, int steps) {
        var options = new RunOptions(new TreeMap<>(settings(file)), 1, Optional.of(steps), 8, Interventions.NONE,
                Minds.of(ModelSpec.of(STUB)).withGameMaster(ModelSpec.of(STUB)));

        Outcome outcome = Run.play(WorldFile.read(file), options, out, NOW,
                Switchboard.NONE.with(ModelName.of(STUB), new Anybody()), Listener.NOBODY);

        assertThat(outcome.failure()).isEmpty();
        assertThat(outcome.record()).matches(
                run -> run.status() == RunRecord.Status.FINISHED || run.steps() == steps,
                "is over, or as far as asked");
        List<Event> events;
        try (var all = Trace.of(outcome.folder()).events()) {
            events = all.toList();
        }
        assertThat(events).filteredOn(Event.Replied.class::isInstance).isNotEmpty()
                .allMatch(event -> ((Event.Replied) event).outcome().equals("used"));
        assertThat(Run.replay(outcome.folder(), 1)).isEmpty();
    }
}
