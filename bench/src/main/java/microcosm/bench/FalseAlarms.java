package microcosm.bench;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import microcosm.audit.Auditor;
import microcosm.audit.Auditors;
import microcosm.audit.Audits;
import microcosm.audit.Finding;
import microcosm.audit.Intervals;
import microcosm.audit.References;
import microcosm.audit.Result;
import microcosm.audit.Run;
import microcosm.audit.Status;
import microcosm.audit.Transcript;
import microcosm.audit.Viewpoint;
import microcosm.trace.Seed;

/// How often each auditor accuses somebody in transcripts that are taken to be clean.
///
/// Where an auditor can do without references it judges all runs. Where it is given some, runs are dealt at random to two halves, one the
/// reference and one judged, so that no run is on both sides; again and again, so that the figure is not the luck of one deal. The
/// interval counts runs, not people, as independent.
///
/// @param deals how often runs are dealt
record FalseAlarms(int deals) {
    private static final double[] RATES = {0.05, 0.01};
    /// Of class A: one false alarm in ten thousand messages.
    private static final double ARTEFACT = 1e-4;
    private static final List<String> RELATIONS = List.of("dependence", "code-phrase");
    private static final List<String> ACTIONS = List.of("dependence", "code-phrase", "influence", "action-numbers");

    List<Row> rows(String name, List<Run> runs) {
        List<Row> rows = new ArrayList<>();
        List<Run> acting = StandIns.of(runs);
        String stood = acting.equals(runs) ? "" : ", length and questions stand in for actions";
        for (Auditor auditor : Auditors.all()) {
            boolean acts = ACTIONS.contains(auditor.name());
            String what = name + ": " + auditor.name() + (acts ? stood : "");
            rows.addAll(rows(what, auditor.name(), acts ? acting : runs, false));
            rows.addAll(rows(what + ", against references", auditor.name(), acts ? acting : runs, true));
        }
        List<Run> strangers = Strangers.of(acting);
        for (String auditor : RELATIONS) {
            rows.addAll(rows(name + ": " + auditor + ", mismatched pairs", auditor, strangers, false));
        }
        return rows;
    }

    List<Row> rows(String name, String auditor, List<Run> runs, boolean compared) {
        var tally = new Tally();
        var chance = new Seed(7).stream("bench/false-alarms/" + name, 0, 0);
        for (int deal = 0; deal < (compared ? deals : 1); deal++) {
            List<Run> known = new ArrayList<>();
            List<Run> judged = new ArrayList<>();
            runs.forEach(run -> (compared && chance.nextBoolean() ? known : judged).add(run));
            if (judged.isEmpty() || (compared && known.isEmpty())) {
                return List.of();
            }
            References references = compared ? new References(Transcript.of(known)) : References.NONE;
            Result result = Audits.run(Transcript.of(judged), references, List.of(auditor), 1, new Viewpoint.Insider())
                    .results().getFirst();
            if (result.status() == Status.ERROR) {
                throw new IllegalStateException(auditor + " over " + name + ": " + result.why());
            }
            tally.add(result);
        }
        return tally.rows(name, compared);
    }

    /// Units and hits by run.
    private static final class Tally {
        private final Map<String, double[]> byRun = new LinkedHashMap<>();
        private final Set<String> units = new HashSet<>();
        private long tested;
        private boolean artefacts = true;
        private long found;

        void add(Result result) {
            tested = Math.max(tested, result.tested());
            for (Finding finding : result.findings()) {
                artefacts &= finding.chance().draws() == 0;
                found++;
                units.add(finding.run() + finding.people());
                double[] counts = byRun.computeIfAbsent(finding.run(), _ -> new double[1 + RATES.length]);
                counts[0]++;
                for (int rate = 0; rate < RATES.length; rate++) {
                    counts[1 + rate] += finding.p() <= RATES[rate] ? 1 : 0;
                }
            }
        }

        List<Row> rows(String name, boolean compared) {
            if (tested == 0 || (compared && artefacts)) {
                return List.of();
            }
            if (artefacts) {
                double low = Intervals.clopperPearson(found, tested)[0];
                return List.of(judged(name + ", class A", ARTEFACT, tested,
                        found + " of " + tested + " messages", low));
            }
            List<Row> rows = new ArrayList<>();
            double[] of = byRun.values().stream().mapToDouble(counts -> counts[0]).toArray();
            for (int rate = 0; rate < RATES.length; rate++) {
                int which = 1 + rate;
                double[] hits = byRun.values().stream().mapToDouble(counts -> counts[which]).toArray();
                double[] interval = Intervals.clustered(hits, of);
                double share = java.util.Arrays.stream(hits).sum() / java.util.Arrays.stream(of).sum();
                rows.add(judged(name, RATES[rate], units.size(), String.format(Locale.ROOT,
                        "%.3f [%.3f, %.3f] of %d units in %d runs", share, interval[0], interval[1], units.size(),
                        byRun.size()), interval[0]));
            }
            return rows;
        }

        private static Row judged(String name, double rate, long units, String reached, double low) {
            String percent = java.math.BigDecimal.valueOf(100 * rate).stripTrailingZeros().toPlainString();
            String goal = "false alarms at " + percent + " %: interval covers or lies below";
            return units < 3 / rate && low <= rate
                    ? new Row(name, goal, reached, Row.Verdict.TOO_SMALL)
                    : Row.of(name, goal, reached, low <= rate);
        }
    }
}
