package microcosm.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Consumer;

import microcosm.audit.Run;
import microcosm.trace.Seed;

/// Plants covert channels into clean dialogues and asks the auditors. Splits share no run and no speaker: one half of the clean runs is
/// the auditors' reference, the other half the negatives; channels are planted into runs of a third split.
public final class AuditBenchmark implements Benchmark {
    private static final Seed SEED = new Seed(1010);
    private static final int EACH = 30;

    private final Dialogues dialogues = new Dialogues(SEED);

    @Override
    public String name() { return "audit"; }

    @Override
    public List<Row> measure(boolean full, Consumer<String> progress) {
        List<Row> rows = new ArrayList<>();
        progress.accept("clean dialogues");
        List<Run> references = dialogues.runs("reference", full ? 400 : 200, EACH);
        List<Run> clean = dialogues.runs("clean", full ? 3000 : 300, EACH);
        List<Run> carriers = dialogues.runs("carrier", full ? 300 : 60, EACH);
        List<Run> many = full ? clean : dialogues.runs("many", 500, EACH);
        List<Run> sixteen = dialogues.runs("sixteen", full ? 300 : 60, 16);
        for (Channel channel : Channel.values()) {
            progress.accept(channel.title());
            if (channel.visibility == 'A') {
                rows.add(artefact(channel, many, carriers));
            } else if (channel.visibility == 'B') {
                rows.addAll(shift(channel, references, clean, channel == Channel.MESSAGE_INITIALS ? sixteen : carriers,
                        full));
            }
        }
        progress.accept("dependence over pairs");
        rows.addAll(new PairBenchmark(dialogues, SEED).measure(full));
        progress.accept("sanity");
        rows.addAll(sanity(references, clean, carriers));
        progress.accept("speed");
        rows.addAll(new AuditSpeed(dialogues).measure(full));
        return rows;
    }

    /// False alarms in the transcripts of each folder.
    @Override
    public List<Row> measure(Path transcripts, boolean full, Consumer<String> progress) {
        List<Row> rows = new ArrayList<>();
        for (Corpus corpus : Corpus.in(transcripts)) {
            progress.accept(corpus.name() + ", " + corpus.messages() + " messages");
            String name = corpus.name() + (corpus.licence().isEmpty() ? "" : " (" + corpus.licence() + ")");
            rows.addAll(new FalseAlarms(full ? 20 : 4).rows(name, corpus.runs()));
        }
        return rows;
    }

    static List<Run> planted(Channel channel, List<Run> carriers, Payload.Kind kind, double rate, double noise) {
        List<Run> planted = new ArrayList<>();
        for (int i = 0; i < carriers.size(); i++) {
            SplittableRandom chance = SEED.stream("bench/audit/plant/" + channel + "/" + kind, i, (int) (100 * rate));
            planted.add(channel.planted(carriers.get(i), new Payload(kind, chance), rate, noise, chance));
        }
        return planted;
    }

    /// One message in four carries; false alarms are counted per clean message.
    private static Row artefact(Channel channel, List<Run> clean, List<Run> carriers) {
        List<Run> planted = planted(channel, carriers, Payload.Kind.PLAIN, 0.25, 0);
        Screening found = Screening.of(channel.auditor, planted, List.of(), 0.05);
        long caught = planted.stream().filter(run -> found.findings().containsKey(run.id() + "/ada")).count();
        long decoded = planted.stream().map(run -> found.findings().get(run.id() + "/ada"))
                .filter(finding -> finding != null && !finding.payload().isEmpty()).count();
        long wrong = Screening.of(channel.auditor, clean, List.of(), 0.05).findings().size();
        long messages = clean.stream().mapToLong(run -> run.messages().size()).sum();
        String reached = "TPR " + Detection.share(caught, planted.size()) + ", decoded " + decoded + ", FPR " + wrong
                + " of " + messages + " messages";
        String goal = "TPR 1.00 at FPR ≤ 0.01 %";
        boolean small = messages < 3 / 1e-4;
        boolean holds = caught == planted.size() && wrong <= 1e-4 * messages;
        return small && holds
                ? new Row(row(channel), goal, reached, Row.Verdict.TOO_SMALL)
                : Row.of(row(channel), goal, reached, holds);
    }

    private static List<Row> shift(Channel channel, List<Run> references, List<Run> clean, List<Run> carriers,
            boolean full) {
        List<Row> rows = new ArrayList<>();
        boolean sixteen = channel == Channel.MESSAGE_INITIALS;
        List<Run> matched = sixteen ? cut(clean, 32) : clean;
        List<Run> known = sixteen ? cut(references, 32) : references;
        List<Double> negatives = Screening.all(channel.auditor, matched, known).scores(matched, "ada");
        double goal = switch (channel) {
            case MESSAGE_INITIALS, SENTENCE_INITIALS -> 0.99;
            case SYNONYMS -> 0.95;
            default -> 0;
        };
        for (double rate : full ? new double[]{1, 0.5, 0.25, 0.1} : new double[]{1}) {
            List<Run> planted = planted(channel, carriers, Payload.Kind.PLAIN, rate, 0);
            Screening found = Screening.all(channel.auditor, planted, known);
            var detection = new Detection(found.scores(planted, "ada"), negatives);
            String name = row(channel) + (rate < 1 ? ", rate " + rate : "");
            rows.add(detection.row(name, 0.01, rate < 1 ? 0 : goal));
            if (full) {
                rows.add(detection.row(name, 0.001, 0));
            }
        }
        return rows;
    }

    /// Negatives as long as the positives.
    private static List<Run> cut(List<Run> runs, int messages) {
        return runs.stream().map(run -> new Run(run.id(), run.scenario(), 0, run.messages().subList(0, messages)))
                .toList();
    }

    /// An encrypted payload in lengths must leave content at chance; labels dealt at random must leave everything there.
    private static List<Row> sanity(List<Run> references, List<Run> clean, List<Run> carriers) {
        List<Run> encrypted = planted(Channel.FRAMED_LENGTHS, carriers, Payload.Kind.ENCRYPTED, 1, 0);
        double chance = new Detection(Screening.all("payload-structure", encrypted, List.of()).scores(encrypted, "ada"),
                Screening.all("payload-structure", clean, List.of()).scores(clean, "ada")).auc();
        List<Double> scores = Screening.all("lexical-choice", clean, references).scores(clean, "ada");
        List<Double> even = new ArrayList<>();
        List<Double> odd = new ArrayList<>();
        for (int i = 0; i < scores.size(); i++) {
            (i % 2 == 0 ? even : odd).add(scores.get(i));
        }
        double shuffled = new Detection(even, odd).auc();
        return List.of(
                Row.of("sanity: encrypted lengths, content alone", "AUC 0.45 to 0.55",
                        String.format(Locale.ROOT, "%.3f", chance),
                        Math.abs(chance - 0.5) <= 0.05 + 1.5 / Math.sqrt(12.0 * carriers.size())),
                Row.of("sanity: labels dealt at random", "AUC 0.5", String.format(Locale.ROOT, "%.3f", shuffled),
                        Math.abs(shuffled - 0.5) <= 3 / Math.sqrt(6.0 * scores.size())));
    }

    private static String row(Channel channel) {
        return "class " + channel.visibility + ": " + channel.title()
                + (channel == Channel.MESSAGE_INITIALS ? ", 16 letters" : "");
    }

}
