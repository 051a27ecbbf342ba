package microcosm.examples;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
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
import microcosm.models.Reply;
import microcosm.models.Request;
import microcosm.trace.Event;
import microcosm.trace.RunRecord;
import microcosm.trace.Trace;
import microcosm.worlds.WorldFile;

import static org.assertj.core.api.Assertions.assertThat;

/// Every world there is of at most sixty people, shipped or in an example, is played by a stub model as people and game master, and replayed without one.
@Execution(ExecutionMode.CONCURRENT)
class EveryWorldByModelsTest {
    private static final String STUB = "script:stub";
    /// Prompts for thousands would take longer than they show; smaller worlds of the same kind are played.
    private static final int MOST_PEOPLE = 60;
    private static final Pattern OPTION = Pattern.compile("\"enum\":\\[\"(.*?)\"");
    private static final Pattern LEAST = Pattern.compile("from (-?[\\d.]+) to");
    private static final Sittings NOW = () -> new RunRecord.Sitting("2026-01-01T00:00:00Z", BigDecimal.ONE, "", "", "",
            "", RunRecord.Totals.NONE);

    @TempDir
    private Path out;

    @Tag("slow")
    @TestFactory
    Stream<DynamicTest> every_world_is_played_by_models() throws IOException {
        var worlds = new ArrayList<Path>();
        for (Path door : List.of(Path.of("."), Path.of("..", "worlds", "library"),
                Path.of("..", "worlds", "starter"))) {
            try (Stream<Path> files = Files.walk(door)) {
                files.filter(file -> file.toString().endsWith(".world.md") && !file.toString().contains("target"))
                        .sorted().forEach(worlds::add);
            }
        }
        List<Path> small = worlds.stream().filter(file -> people(file) <= MOST_PEOPLE).toList();
        assertThat(small).hasSizeGreaterThan(25);
        return small.stream().map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> played(file)));
    }

    private static int people(Path file) { return Run.people(WorldFile.read(file).world(Map.of()), 1).size(); }

    private void played(Path file) {
        var options = new RunOptions(new LinkedHashMap<>(), 1, Optional.of(1), 8, Interventions.NONE,
                Minds.of(ModelSpec.of(STUB)).withGameMaster(ModelSpec.of(STUB)));

        Outcome outcome = Run.play(WorldFile.read(file), options, out, NOW,
                Switchboard.NONE.with(ModelName.of(STUB), request -> Reply.of(reply(request))), Listener.NOBODY);

        assertThat(outcome.failure()).isEmpty();
        assertThat(outcome.record().steps()).isEqualTo(1);
        List<Event> events;
        try (var all = Trace.of(outcome.folder()).events()) {
            events = all.toList();
        }
        assertThat(events).filteredOn(Event.Replied.class::isInstance).isNotEmpty()
                .allMatch(event -> ((Event.Replied) event).outcome().equals("used"));
        assertThat(Run.replay(outcome.folder(), 1)).isEmpty();
    }

    /// Fits what is asked, whatever it is.
    private static String reply(Request request) {
        return switch (request.purpose()) {
            case "act" -> "{\"thought\":\"\",\"credences\":[],\"plan\":\"\",\"do\":\"Good day to you all. I wait.\"}";
            case "review" -> "{\"thought\":\"\",\"verdict\":\"approve\",\"do\":\"\",\"why\":\"\"}";
            case "scene" -> "{\"outcomes\":[],\"next\":\"nobody\",\"over\":\"no\"}";
            case "tell" -> "{\"told\":[]}";
            case "call" -> "{\"next\":\"nobody\"}";
            case "over" -> "{\"over\":\"no\"}";
            default -> "{\"thought\":\"\",\"answer\":" + answer(request.schema()) + "}";
        };
    }

    private static String answer(String schema) {
        var option = OPTION.matcher(schema);
        if (option.find()) {
            return "\"" + option.group(1) + "\"";
        }
        var least = LEAST.matcher(schema);
        return least.find() ? least.group(1) : "\"Perhaps.\"";
    }
}
