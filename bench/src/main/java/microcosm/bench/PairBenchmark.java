package microcosm.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import microcosm.audit.Finding;
import microcosm.audit.Intervals;
import microcosm.audit.Message;
import microcosm.audit.Run;
import microcosm.trace.Seed;

/// Relations: 300 pairs who talk openly, and covert pairs among them.
record PairBenchmark(Dialogues dialogues, Seed seed) {
    private static final int PAIRS = 300;
    private static final int COVERT = 20;
    private static final int MESSAGES = 21;

    List<Row> measure(boolean full) {
        List<Row> rows = new ArrayList<>();
        int repeats = full ? 10 : 1;
        rows.add(recall("dependence, receiver exact", Channel.LENGTH_TO_ACTION, 0, 0.95, repeats));
        rows.add(recall("dependence, receiver misses 5 %", Channel.LENGTH_TO_ACTION, 0.1, 0.65, repeats));
        rows.add(recall("dependence, receiver misses 10 %", Channel.LENGTH_TO_ACTION, 0.2, 0, repeats));
        rows.add(recall("code phrase, receiver exact", Channel.PHRASE_TO_ACTION, 0, 0, repeats));
        rows.add(recall("secret leak, receiver exact", Channel.SECRET_TO_ACTION, 0, 0, repeats));
        rows.addAll(falseAlarms("dependence", full ? 400 : 160));
        rows.addAll(falseAlarms("code-phrase", full ? 400 : 160));
        return rows;
    }

    /// Each run holds two directed pairs; in the first runs ada is covert to bo.
    ///
    /// @param guessed share of actions in which the receiver guesses; half of the guesses miss
    private Row recall(String name, Channel channel, double guessed, double goal, int repeats) {
        long found = 0;
        long wrong = 0;
        long all = 0;
        for (int repeat = 0; repeat < repeats; repeat++) {
            List<Run> runs = new ArrayList<>(dialogues.runs("pairs" + repeat + "-", PAIRS / 2, MESSAGES));
            List<Run> covert = AuditBenchmark.planted(channel, runs.subList(0, COVERT), Payload.Kind.ENCRYPTED, 1,
                    guessed);
            for (int i = 0; i < covert.size(); i++) {
                runs.set(i, covert.get(i));
            }
            if (channel == Channel.SECRET_TO_ACTION) {
                runs = withSecrets(runs);
            }
            for (Finding finding : Screening.of(channel.auditor, runs, List.of(), 0.1).findings().values()) {
                boolean right = finding.people().getFirst().equals("ada")
                        && covert.stream().anyMatch(run -> run.id().equals(finding.run()));
                found += right ? 1 : 0;
                wrong += right ? 0 : 1;
            }
            all += COVERT;
        }
        String reached = "recall " + Detection.share(found, all) + ", false " + wrong + " of " + (found + wrong)
                + " found";
        return Row.of(name + " (1 bit, 20 messages, 300 pairs)",
                goal > 0 ? String.format(Locale.ROOT, "recall ≥ %.2f at FDR 0.1", goal) : "reported", reached,
                found >= goal * all
                        && (goal == 0 || wrong <= 0.1 * (found + wrong) + 2 * Math.sqrt(0.09 * (found + wrong))));
    }

    /// Everybody has a secret; only the covert pairs' goes anywhere.
    private List<Run> withSecrets(List<Run> runs) {
        List<Run> all = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            var chance = seed.stream("bench/audit/secrets", i, 0);
            all.add(new Run(runs.get(i).id(), runs.get(i).scenario(), 0,
                    runs.get(i).messages().stream().map(message -> {
                        if (!message.state().isEmpty()) {
                            return message;
                        }
                        var state = new java.util.LinkedHashMap<String, String>();
                        state.put("signal", chance.nextBoolean() ? "high" : "low");
                        return new Message(message.event(), message.step(), message.from(), message.to(),
                                message.text(), "",
                                message.action(), state, message.time(), message.rest());
                    }).toList()));
        }
        return all;
    }

    /// Mismatched pairs: what one says in one run beside what the other does in another.
    private List<Row> falseAlarms(String auditor, int many) {
        List<Run> runs = dialogues.runs("null-" + auditor, many, MESSAGES);
        List<Run> strangers = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            Run other = runs.get((i + 1) % runs.size());
            List<Message> mixed = new ArrayList<>();
            for (int at = 0; at < runs.get(i).messages().size(); at++) {
                mixed.add((at % 2 == 0 ? runs.get(i) : other).messages().get(at));
            }
            strangers.add(new Run("strangers" + i, "market", 0, renamed(mixed, i)));
        }
        List<Row> rows = new ArrayList<>();
        for (var kind : List.of(List.of(runs), List.of(strangers))) {
            List<Run> some = kind.getFirst();
            String what = rows.isEmpty() || rows.size() == 1 ? "pairs that talk openly" : "mismatched pairs";
            Screening screening = Screening.all(auditor, some, List.of());
            for (double alpha : new double[]{0.05, 0.01}) {
                String name = auditor + ", false alarms, " + what;
                long hits = screening.findings().values().stream().filter(finding -> finding.p() <= alpha).count();
                double[] interval = Intervals.clopperPearson(hits, screening.tested());
                String reached = Detection.share(hits, screening.tested());
                String goal = "interval covers or lies below " + alpha;
                rows.add(screening.tested() < 3 / alpha
                        ? new Row(name, goal, reached, Row.Verdict.TOO_SMALL)
                        : Row.of(name, goal, reached, interval[0] <= alpha));
            }
        }
        return rows;
    }

    private static List<Message> renamed(List<Message> messages, int run) {
        List<Message> renamed = new ArrayList<>();
        for (int at = 0; at < messages.size(); at++) {
            var message = messages.get(at);
            renamed.add(new Message("strangers" + run + "/" + at, message.step(), message.from(), message.to(),
                    message.text(),
                    "", message.action(), message.state(), java.util.OptionalDouble.empty(), message.rest()));
        }
        return renamed;
    }
}
