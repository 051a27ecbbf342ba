package microcosm.gamemaster;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import microcosm.models.ModelName;
import microcosm.models.ModelSpec;
import microcosm.models.Reply;
import microcosm.models.Request;
import microcosm.trace.Event;
import microcosm.trace.RunFolder;
import microcosm.trace.RunRecord;
import microcosm.trace.Trace;
import microcosm.worlds.WorldFile;

import static org.assertj.core.api.Assertions.assertThat;

/// Somebody whom another model plays from a step on: what was theirs before stays theirs.
class TakenOverTest {
    private static final Sittings NOW = () -> new RunRecord.Sitting("2026-01-01T00:00:00Z", BigDecimal.ONE, "", "", "",
            "", RunRecord.Totals.NONE);
    private static final String FIRST = "script:first";
    private static final String OTHER = "script:other";

    @TempDir
    private Path out;

    private RunFolder played(WorldFile world, Function<Request, Reply> first) {
        var options = new RunOptions(new LinkedHashMap<>(), 1, Optional.of(3), 1, Interventions.NONE,
                Minds.of(ModelSpec.of(FIRST)));
        return Run.play(world, options, out, NOW, Switchboard.NONE.with(ModelName.of(FIRST), first), Listener.NOBODY)
                .folder();
    }

    private Fork.Forked taken(RunFolder parent, String person, Function<Request, Reply> first,
            Function<Request, Reply> other) {
        return Fork.play(parent, Branching.at(2).playing(person, ModelSpec.of(OTHER)), 1, out.resolve("forks"), NOW,
                Switchboard.NONE.with(ModelName.of(FIRST), first).with(ModelName.of(OTHER), other), Listener.NOBODY);
    }

    private static List<Event> events(RunFolder folder) {
        try (var all = Trace.of(folder).events()) {
            return all.toList();
        }
    }

    private static Reply does(Request request) {
        return Reply.of(request.purpose().equals("review")
                ? Deployment.finds("approve", "", "")
                : Deployment.does("I think of the ice."));
    }

    @Test
    void whoever_takes_over_has_the_memories_the_first_one_told_and_is_asked_for_none() {
        WorldFile young = WorldFile.of("young.world.md", WorldFile.shipped("weir-village").text()
                .replace("- wants: to clear his debt before winter\n",
                        "- wants: to clear his debt before winter\n- traits: formative 1\n"));
        Function<Request, Reply> first = request -> request.purpose().equals("formative")
                ? Reply.of("{\"memories\":[{\"when\":\"nine winters ago\",\"memory\":\"You fell through the ice.\"}]}")
                : does(request);
        var asked = new ConcurrentSkipListMap<String, Request>();

        Fork.Forked fork = taken(played(young, first), "tomas-brandt", first, request -> {
            asked.put(request.call(), request);
            return does(request);
        });

        assertThat(fork.outcome().failure()).isEmpty();
        assertThat(asked.values()).extracting(Request::purpose).contains("act").doesNotContain("formative");
        assertThat(asked.ceilingEntry("2.").getValue().messages().getFirst().text())
                .contains("Nine winters ago: You fell through the ice.");
        assertThat(events(fork.outcome().folder())).filteredOn(event -> event instanceof Event.Replied replied
                && replied.call().equals("formative")).singleElement()
                .satisfies(event -> assertThat(((Event.Replied) event).model()).isEqualTo(FIRST));
        assertThat(Run.replay(fork.outcome().folder(), 1)).isEmpty();
    }

    @Test
    void an_overseer_who_is_taken_over_still_looks_at_every_draft() {
        Function<Request, Reply> first = TakenOverTest::does;
        var purposes = new ConcurrentSkipListMap<String, String>();

        Fork.Forked fork = taken(played(Deployment.DESK, first), "ola", first, request -> {
            purposes.put(request.call(), request.purpose());
            return request.purpose().equals("review")
                    ? Reply.of(Deployment.finds("stop", "", "Not now."))
                    : does(request);
        });

        assertThat(purposes.values()).contains("review");
        assertThat(events(fork.outcome().folder())).filteredOn(event -> event instanceof Event.Reviewed
                && event.id().step() >= 2).isNotEmpty()
                .allSatisfy(event -> assertThat(((Event.Reviewed) event).verdict()).isEqualTo("stopped"));
    }
}
