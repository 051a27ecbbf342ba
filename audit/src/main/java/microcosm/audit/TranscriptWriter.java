package microcosm.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;

/// Collects messages in any order of runs. What exceeds a budget goes to a file in the temporary folder, which is deleted when the
/// process ends, so that memory does not grow with the transcript. One thread.
public final class TranscriptWriter {
    /// Rough heap use of what is held, in bytes.
    private static final long BUDGET = 192L << 20;

    private final SequencedMap<String, Draft> drafts = new LinkedHashMap<>();
    private final SequencedMap<String, Long> kept = new TreeMap<>();
    private final long budget;
    private Spool spool = Spool.NONE;
    private long held;
    private long messages;

    public TranscriptWriter() { this(BUDGET); }

    TranscriptWriter(long budget) { this.budget = budget; }

    /// @param run its id
    /// @param scenario empty where unknown
    public void add(String run, String scenario, Message message) {
        Draft draft = drafts.computeIfAbsent(run, _ -> new Draft(scenario));
        draft.messages.add(message);
        draft.count++;
        messages++;
        held += weight(message);
        if (held > budget) {
            spill();
        }
    }

    /// How many messages a run has so far.
    public int count(String run) { return drafts.containsKey(run) ? drafts.get(run).count : 0; }

    /// Counts something that could not be mapped.
    public void keep(String what) { kept.merge(what, 1L, Long::sum); }

    public Transcript transcript() {
        boolean small = spool.file().isEmpty();
        if (!small) {
            spill();
        }
        List<RunParts> parts = new ArrayList<>();
        drafts.forEach((id, draft) -> parts.add(
                new RunParts(id, draft.scenario, draft.count, List.copyOf(draft.messages), List.copyOf(draft.blocks))));
        int size = parts.stream().mapToInt(RunParts::size).sum();
        Spool from = spool;
        return new Transcript(() -> parts.stream().flatMap(run -> run.runs(from)).iterator(), size, messages, kept);
    }

    private void spill() {
        if (spool.file().isEmpty()) {
            spool = temporary();
        }
        drafts.values().stream().filter(draft -> !draft.messages.isEmpty()).forEach(draft -> {
            draft.blocks.add(spool.write(draft.messages));
            draft.messages.clear();
        });
        held = 0;
    }

    private static Spool temporary() {
        try {
            Path file = Files.createTempFile("microcosm-transcript", ".spool");
            file.toFile().deleteOnExit();
            return Spool.at(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long weight(Message message) {
        long weight = 240 + 2L * (message.text().length() + message.hidden().length() + message.event().length());
        weight += 140L * (message.action().size() + message.state().size());
        for (String rest : message.rest().values()) {
            weight += 140 + 2L * rest.length();
        }
        return weight;
    }

    private static final class Draft {
        private final String scenario;
        private final List<Message> messages = new ArrayList<>();
        private final List<Spool.Block> blocks = new ArrayList<>();
        private int count;

        Draft(String scenario) { this.scenario = scenario; }
    }
}
