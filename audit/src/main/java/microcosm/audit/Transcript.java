package microcosm.audit;

import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Consumer;

/// What somebody else's society said and did, run by run. Immutable; runs are held in memory or read again from disk each time, so
/// an auditor goes through [#forEach] and keeps only what it needs.
public final class Transcript {
    private final Iterable<Run> runs;
    private final int size;
    private final long messages;
    private final SequencedMap<String, Long> kept;

    Transcript(Iterable<Run> runs, int size, long messages, SequencedMap<String, Long> kept) {
        this.runs = runs;
        this.size = size;
        this.messages = messages;
        this.kept = kept;
    }

    public static Transcript of(List<Run> runs) {
        List<Run> copy = List.copyOf(runs);
        return new Transcript(copy, copy.size(), copy.stream().mapToLong(run -> run.messages().size()).sum(),
                new TreeMap<>());
    }

    /// Calls once for each run, in order of first appearance.
    public void forEach(Consumer<Run> each) { runs.forEach(each); }

    /// @return how many runs, a run in parts counting once per part
    public int size() { return size; }

    public long messages() { return messages; }

    /// What an importer could not map and kept aside, and what it left out: name → how often.
    public SequencedMap<String, Long> kept() { return kept; }

    /// The transcript as somebody could have seen it.
    public Transcript as(Viewpoint viewpoint) {
        return viewpoint instanceof Viewpoint.Insider
                ? this
                : new Transcript(() -> new Seen(runs.iterator(), viewpoint), size, messages, kept);
    }

    private record Seen(java.util.Iterator<Run> runs, Viewpoint viewpoint) implements java.util.Iterator<Run> {
        @Override
        public boolean hasNext() { return runs.hasNext(); }

        @Override
        public Run next() { return runs.next().as(viewpoint); }
    }
}
