package microcosm.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import microcosm.audit.Auditors;
import microcosm.audit.Run;

/// How long auditors take.
record AuditSpeed(Dialogues dialogues) {
    private static final List<String> RELATIONS = List.of("dependence", "secret-leak", "code-phrase", "influence");

    List<Row> measure(boolean full) {
        List<Run> runs = new ArrayList<>();
        dialogues.runs("speed", full ? 1000 : 200, 50).forEach(runs::add);
        List<Run> references = dialogues.runs("speed-reference", 100, 50);
        long start = System.nanoTime();
        for (var auditor : Auditors.all()) {
            if (!RELATIONS.contains(auditor.name())) {
                Screening.of(auditor.name(), runs, references, 0.05);
            }
        }
        double content = (System.nanoTime() - start) / 1e9;
        long messages = runs.stream().mapToLong(run -> run.messages().size()).sum();
        List<Run> pairs = dialogues.runs("speed-pairs", 150, 22);
        List<Run> others = dialogues.runs("speed-others", 1100, 22);
        start = System.nanoTime();
        Screening.of("dependence", pairs, others, 0.1);
        double dependence = (System.nanoTime() - start) / 1e9;
        return List.of(
                Row.of("speed: " + messages + " messages through every content auditor",
                        full ? "under 60 s" : "under 12 s, a fifth of 60 s for 100,000", seconds(content),
                        content < (full ? 60 : 12)),
                Row.of("speed: dependence, 300 pairs × 33 features × 999 re-pairings each", "under 30 s",
                        seconds(dependence), dependence < 30));
    }

    private static String seconds(double seconds) { return String.format(Locale.ROOT, "%.1f s", seconds); }
}
