package microcosm.examples;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;

import microcosm.gamemaster.Interventions;
import microcosm.gamemaster.Minds;
import microcosm.gamemaster.Run;
import microcosm.gamemaster.RunOptions;
import microcosm.models.ModelSpec;
import microcosm.trace.Event;
import microcosm.trace.RunRecord;
import microcosm.trace.State;
import microcosm.worlds.WorldFile;

/// A world of an example, played: what was measured at each step, and how things stood at the end.
record Playing(SequencedMap<String, SortedMap<Integer, BigDecimal>> measures, State end, List<Event> events) {
    private static final RunRecord.Sitting SITTING = new RunRecord.Sitting("2026-01-01T00:00:00Z", BigDecimal.ZERO, "",
            "", "", "", RunRecord.Totals.NONE);

    /// @param world a file of this room, such as `fishery/rule-agents`, or the id of a shipped world
    /// @param settings `name=value` each
    static Playing of(String world, Path runs, long seed, String... settings) {
        return of(world, runs, seed, Minds.BASELINE, settings);
    }

    /// With people and, where the world has one that is a model, a game master who say what stands in a file.
    ///
    /// @param script a file of this room, such as `town-meeting/meeting.jsonl`
    static Playing scripted(String world, Path runs, long seed, String script) {
        var model = ModelSpec.of("script:" + script);
        return of(world, runs, seed, Minds.of(model).withGameMaster(model));
    }

    private static Playing of(String world, Path runs, long seed, Minds minds, String... settings) {
        var set = new LinkedHashMap<String, String>();
        for (String one : settings) {
            set.put(one.substring(0, one.indexOf('=')), one.substring(one.indexOf('=') + 1));
        }
        var measures = new LinkedHashMap<String, SortedMap<Integer, BigDecimal>>();
        var events = new ArrayList<Event>();
        var end = new ArrayList<State>();
        Run.play(file(world), new RunOptions(set, seed, Optional.empty(), 1, Interventions.NONE, minds), runs,
                () -> SITTING, (event, after) -> {
                    events.add(event);
                    end.clear();
                    end.add(after);
                    if (event instanceof Event.Measured measured) {
                        measures.computeIfAbsent(measured.measure(), _ -> new TreeMap<>()).put(event.id().step(),
                                measured.value());
                    }
                });
        return new Playing(measures, end.getFirst(), events);
    }

    private static WorldFile file(String world) {
        return world.contains("/") ? WorldFile.read(Path.of(world + ".world.md")) : WorldFile.shipped(world);
    }

    /// @return the last value of a measure
    double measure(String name) {
        SortedMap<Integer, BigDecimal> values = measures.get(name);
        if (values == null) {
            throw new IllegalArgumentException("\"" + name + "\" was not measured; there are " + measures.keySet());
        }
        return values.sequencedValues().getLast().doubleValue();
    }

    /// @return what everybody said, in order
    List<String> words() {
        return events.stream().<String>mapMulti((event, out) -> {
            if (event instanceof Event.Acted acted) {
                out.accept(acted.id() + " " + acted.text());
            }
        }).toList();
    }

    /// @param owner a person's id, or `*`
    double attribute(String owner, String name) { return Double.parseDouble(end.attribute(owner, name).orElseThrow()); }
}
