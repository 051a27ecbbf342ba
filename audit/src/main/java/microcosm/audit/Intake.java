package microcosm.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;

/// Where importers put what they read: messages, what they could not map, and what was wrong.
final class Intake {
    /// Problems that are printed; the rest is counted.
    private static final int SHOWN = 20;

    private final TranscriptWriter writer;
    private final SequencedMap<String, String> mapping;
    private final boolean skipBad;
    private final List<String> problems = new ArrayList<>();
    private final Map<String, Set<Long>> heard = new HashMap<>();
    private long wrong;

    Intake(TranscriptWriter writer, SequencedMap<String, String> mapping, boolean skipBad) {
        this.writer = writer;
        this.mapping = mapping;
        this.skipBad = skipBad;
    }

    SequencedMap<String, String> mapping() { return mapping; }

    void add(String run, String scenario, Message message) { writer.add(run, scenario, message); }

    /// How many messages a run has so far; the next one's default step is one more.
    int count(String run) { return writer.count(run); }

    /// Whether a run has not heard these words in this role before; calls of models repeat the conversation so far.
    boolean isNew(String run, JsonNode message) {
        String said = Json.text(message, "role") + "\u0000" + message.path("content") + message.path("parts")
                + message.path("tool_calls");
        return heard.computeIfAbsent(run, _ -> new HashSet<>()).add(said.hashCode() * 1_000_003L + said.length() * 31L
                + Integer.reverse(new StringBuilder(said).reverse().toString().hashCode()));
    }

    /// Something that was understood but has no place in a transcript.
    void keep(String what) { writer.keep(what); }

    /// Something that is wrong.
    void bad(String where, long line, String what) {
        wrong++;
        writer.keep("left out: bad");
        if (problems.size() < SHOWN) {
            problems.add(where + ":" + line + ": " + what);
        }
    }

    Transcript transcript() {
        if (!skipBad && wrong > 0) {
            if (wrong > problems.size()) {
                problems.add("and " + (wrong - problems.size()) + " more");
            }
            throw new ImportException(problems);
        }
        return writer.transcript();
    }
}
