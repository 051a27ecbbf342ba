package microcosm.gamemaster;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import microcosm.trace.Effect;
import microcosm.trace.Event;
import microcosm.trace.RunRecord;
import microcosm.worlds.WorldFile;

/// What became of people and of the world in a run with a trace, step by step.
///
/// @param became step → `subject attribute` → its last value in that step; 0 is before the first
record Traced(Map<Integer, Map<String, String>> became) {
    static Traced of(WorldFile file, long seed, Path folder) {
        var became = new TreeMap<Integer, Map<String, String>>();
        Run.play(file, RunOptions.of(seed), folder,
                () -> new RunRecord.Sitting("test", BigDecimal.ZERO, "", "", "", "", RunRecord.Totals.NONE),
                (event, _) -> {
                    if (event instanceof Event.Resolved resolved) {
                        resolved.effects().forEach(effect -> {
                            if (effect instanceof Effect.Became(String who, String what, String value)) {
                                became.computeIfAbsent(event.id().step(), _ -> new LinkedHashMap<>())
                                        .put(who + " " + what, value);
                            }
                        });
                    }
                });
        return new Traced(became);
    }

    /// @return what was written of it in a step; empty where nothing was
    Optional<String> word(int step, String subjectAndAttribute) {
        return Optional.ofNullable(became.getOrDefault(step, Map.of()).get(subjectAndAttribute));
    }
}
