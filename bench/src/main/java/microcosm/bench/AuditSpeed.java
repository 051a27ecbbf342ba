package microcosm.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import microcosm.audit.Auditor;
import microcosm.audit.Auditors;
import microcosm.audit.Run;

/// How long auditors take.
record AuditSpeed(Dialogues dialogues) {
    private static final List<String> RELATIONS = List.of("dependence", "secret-leak", "code-phrase", "influence");

    List<Row> measure(boolean full) {
        List<Run> runs = new ArrayList<>();
        dialogues.runs("speed", full ? 1000 : 200, 50).forEach(runs::add);
        List<Run> references = dialogues.runs("speed-reference", 100, 50);
        Taken content = Taken.by(() -> Auditors.all().stream().map(Auditor::name)
                .filter(name -> !RELATIONS.contains(name))
                .forEach(name -> Screening.of(name, runs, references, 0.05)));
        long messages = runs.stream().mapToLong(run -> run.messages().size()).sum();
        List<Run> pairs = dialogues.runs("speed-pairs", 150, 22);
        List<Run> others = dialogues.runs("speed-others", 1100, 22);
        Taken dependence = Taken.by(() -> Screening.of("dependence", pairs, others, 0.1));
        return List.of(
                Row.of("speed: " + messages + " messages through every content auditor",
                        full ? "under 60 s of one processor" : "under 12 s, a fifth of 60 s for 100,000",
                        content.toString(), content.processor < (full ? 60 : 12)),
                Row.of("speed: dependence, 300 pairs × 33 features × 999 re-pairings each",
                        "under 30 s of one processor", dependence.toString(), dependence.processor < 30));
    }

    /// Seconds of the one processor this runs on, so that what else the machine does is not counted, and seconds that passed.
    private record Taken(double processor, double passed) {
        static Taken by(Runnable work) {
            var threads = ManagementFactory.getThreadMXBean();
            long from = System.nanoTime();
            long busy = threads.getCurrentThreadCpuTime();
            work.run();
            return new Taken((threads.getCurrentThreadCpuTime() - busy) / 1e9, (System.nanoTime() - from) / 1e9);
        }

        @Override
        public String toString() {
            return String.format(Locale.ROOT, "%.1f s, in which %.1f s passed", processor, passed);
        }
    }
}
