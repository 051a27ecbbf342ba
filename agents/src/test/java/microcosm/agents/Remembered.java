package microcosm.agents;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import microcosm.memory.Cue;
import microcosm.memory.Memory;
import microcosm.memory.Recollection;
import microcosm.memory.Remembrance;
import microcosm.trace.Explanation;

/// Remembers all, recalls the latest.
final class Remembered implements Memory {
    private final Map<String, List<Remembrance>> all = new LinkedHashMap<>();
    /// What it was asked, in order.
    final List<Cue> cues = new ArrayList<>();

    @Override
    public void remember(String person, Remembrance remembrance) {
        all.computeIfAbsent(person, _ -> new ArrayList<>()).add(remembrance);
    }

    @Override
    public List<Recollection> recall(String person, Cue cue, int limit) {
        cues.add(cue);
        List<Remembrance> mine = all(person).reversed();
        return mine.stream().limit(limit).map(m -> new Recollection(m, new Explanation(m.step(), "latest"))).toList();
    }

    @Override
    public List<Remembrance> all(String person) { return all.getOrDefault(person, List.of()); }

    @Override
    public void stepped(int step) {}

    @Override
    public void close() {}
}
