package microcosm.gamemaster;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import microcosm.trace.Effect;
import microcosm.trace.Event;
import microcosm.trace.RunRecord;
import microcosm.worlds.WorldFile;

/// How a run of a small world ended: its benchmarks, the last value of every attribute, and what was told.
record Ended(Map<String, Double> benchmarks, Map<String, String> attributes, List<String> told,
        Map<String, Double> measures) {
    private static final String HEAD = """
            ---
            format: world/1
            id: small
            clock: {unit: round, steps: %d, order: simultaneous}
            game-master: rules
            speech: off
            memory: none
            ---

            # Small

            A small world.

            """;

    /// @param body everything after the title
    static Ended of(int steps, String body, long seed, Path folder) {
        var benchmarks = new LinkedHashMap<String, Double>();
        var attributes = new LinkedHashMap<String, String>();
        var told = new ArrayList<String>();
        WorldFile file = WorldFile.of("small.world.md", HEAD.formatted(steps) + body);
        Outcome outcome = Run.play(file, RunOptions.of(seed), folder,
                () -> new RunRecord.Sitting("test", BigDecimal.ZERO, "", "", "", "", RunRecord.Totals.NONE),
                (event, _) -> {
                    if (event instanceof Event.Benchmarked(var _, String name, BigDecimal value)) {
                        benchmarks.put(name, value.doubleValue());
                    } else if (event instanceof Event.Resolved resolved) {
                        told.add(resolved.told());
                        resolved.effects().forEach(effect -> {
                            if (effect instanceof Effect.Became(String who, String what, String value)) {
                                attributes.put(who + " " + what, value);
                            }
                        });
                    }
                });
        var measures = new LinkedHashMap<String, Double>();
        outcome.record().measures().forEach((name, value) -> measures.put(name, value.doubleValue()));
        return new Ended(benchmarks, attributes, told, measures);
    }

    double number(String subjectAndAttribute) { return Double.parseDouble(word(subjectAndAttribute)); }

    String word(String subjectAndAttribute) {
        String value = attributes.get(subjectAndAttribute);
        if (value == null) {
            throw new AssertionError("no " + subjectAndAttribute + " among " + attributes.keySet());
        }
        return value;
    }
}
