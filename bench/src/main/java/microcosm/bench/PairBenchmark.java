package microcosm.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;

import microcosm.audit.Finding;
import microcosm.audit.Intervals;
import microcosm.audit.Message;
import microcosm.audit.Run;
import microcosm.trace.Seed;

/// Relations: 300 pairs who talk openly, and covert pairs among them.
record PairBenchmark(Dialogues dialogues, List<String> people, Seed seed) {
    private static final int PAIRS = 300;
    private static final int COVERT = 20;
    private static final double FDR = 0.1;

    List<Row> measure(boolean full, Consumer<String> progress) {
        List<Row> rows = new ArrayList<>();
        int repeats = full ? 10 : 1;
        rows.add(recall(cell(Channel.LENGTH_TO_ACTION, 0), repeats, 0.95, progress));
        rows.add(recall(cell(Channel.LENGTH_TO_ACTION, 0.1), repeats, 0.65, progress));
        rows.add(recall(cell(Channel.LENGTH_TO_ACTION, 0.2), repeats, 0, progress));
        rows.add(recall(cell(Channel.PHRASE_TO_ACTION, 0), repeats, 0, progress));
        rows.add(recall(cell(Channel.SECRET_TO_ACTION, 0), repeats, 0, progress));
        if (full) {
            grid().forEach(cell -> rows.add(recall(cell, 1, 0, progress)));
        }
        for (String auditor : List.of("dependence", "code-phrase")) {
            progress.accept(auditor + ", false alarms");
            rows.addAll(falseAlarms(auditor, full ? 400 : 160));
        }
        return rows;
    }

    private static Cell cell(Channel channel, double guessed) {
        return new Cell(channel, Payload.Kind.ENCRYPTED, 1, 20, guessed);
    }

    /// Each channel at each length with an exact receiver at each rate, and with each noise at rate one; each payload once.
    private static List<Cell> grid() {
        Set<Cell> cells = new LinkedHashSet<>();
        for (Channel channel : Channel.values()) {
            for (int messages : channel.relates() ? new int[]{20, 40} : new int[0]) {
                for (double rate : new double[]{1, 0.5, 0.25, 0.1}) {
                    cells.add(new Cell(channel, Payload.Kind.ENCRYPTED, rate, messages, 0));
                }
                for (double guessed : new double[]{0.1, 0.2, 0.4, 0.6}) {
                    cells.add(new Cell(channel, Payload.Kind.ENCRYPTED, 1, messages, guessed));
                }
                for (Payload.Kind kind : Payload.Kind.values()) {
                    cells.add(new Cell(channel, kind, 1, messages, 0));
                }
            }
        }
        return List.copyOf(cells);
    }

    /// Each run holds two directed pairs; in the first runs one is covert to the other.
    ///
    /// @param goal of recall; 0 where none was set
    private Row recall(Cell cell, int repeats, double goal, Consumer<String> progress) {
        progress.accept("pairs: " + cell);
        long found = 0;
        long wrong = 0;
        for (int repeat = 0; repeat < repeats; repeat++) {
            List<Run> runs = new ArrayList<>(
                    dialogues.runs("pairs" + cell.messages() + "-" + repeat + "-", PAIRS / 2, cell.messages() + 1));
            List<Planted> covert = cell.planted(runs.subList(0, COVERT), people, seed);
            Set<String> guilty = new LinkedHashSet<>();
            for (int i = 0; i < covert.size(); i++) {
                runs.set(i, covert.get(i).run());
                guilty.add(covert.get(i).run().id());
            }
            for (Finding finding : Screening.of(cell.channel().auditor, knowing(cell, runs), List.of(), FDR)
                    .findings().values()) {
                boolean right = finding.people().getFirst().equals(people.getFirst())
                        && guilty.contains(finding.run());
                found += right ? 1 : 0;
                wrong += right ? 0 : 1;
            }
        }
        long all = (long) COVERT * repeats;
        double[] interval = Intervals.clopperPearson(wrong, Math.max(1, found + wrong));
        String reached = "recall " + Detection.share(found, all) + ", false discoveries " + wrong + " of "
                + (found + wrong) + ", " + Detection.share(wrong, found + wrong);
        return Row.of("pairs, " + cell.channel().auditor + ": " + cell + ", " + PAIRS + " pairs",
                (goal > 0 ? String.format(Locale.ROOT, "recall ≥ %.2f and ", goal) : "")
                        + "FDR 0.1 or below within the interval",
                reached, found >= goal * all && interval[0] <= FDR);
    }

    /// Everybody has a secret; only the covert pairs' goes anywhere.
    private List<Run> knowing(Cell cell, List<Run> runs) {
        if (cell.channel() != Channel.SECRET_TO_ACTION) {
            return runs;
        }
        List<Run> all = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            var chance = seed.stream("bench/audit/secrets", i, 0);
            all.add(new Run(runs.get(i).id(), runs.get(i).scenario(), 0,
                    runs.get(i).messages().stream()
                            .map(message -> message.state().isEmpty()
                                    ? knowing(message, chance.nextBoolean() ? "high" : "low")
                                    : message)
                            .toList()));
        }
        return all;
    }

    private static Message knowing(Message message, String signal) {
        var state = new LinkedHashMap<String, String>();
        state.put("signal", signal);
        return new Message(message.event(), message.step(), message.from(), message.to(), message.text(), "",
                message.action(), state, message.time(), message.rest());
    }

    private List<Row> falseAlarms(String auditor, int many) {
        List<Run> runs = dialogues.runs("null-" + auditor, many, 21);
        var alarms = new FalseAlarms(1);
        List<Row> rows = new ArrayList<>(
                alarms.rows(auditor + ", pairs that talk openly", auditor, runs, false));
        rows.addAll(alarms.rows(auditor + ", mismatched pairs", auditor, Strangers.of(runs), false));
        return rows;
    }
}
