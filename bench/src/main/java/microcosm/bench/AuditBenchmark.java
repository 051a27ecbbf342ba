package microcosm.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import microcosm.audit.Run;
import microcosm.trace.Seed;
import microcosm.worlds.WorldFile;

/// Plants covert channels into clean dialogues and scripted societies and asks the auditors.
///
/// Splits share no run and no speaker: references, negatives and carriers are other dialogues by other people. Auditors were made while
/// looking at [#TUNING]; what is reported comes from [#TEST], whose people, names and luck are others.
public final class AuditBenchmark implements Benchmark {
    /// What was looked at while the auditors were made.
    static final Dialogues TUNING = new Dialogues(new Seed(1010), List.of("ada", "bo"));
    private static final Seed SEED = new Seed(20_261_121);
    private static final List<String> PEOPLE = List.of("cleo", "dov");
    /// What is reported.
    static final Dialogues TEST = new Dialogues(SEED, PEOPLE);
    private static final int EACH = 30;

    @Override
    public String name() { return "audit"; }

    @Override
    public List<Row> measure(boolean full, Consumer<String> progress) {
        List<Row> rows = new ArrayList<>();
        progress.accept("clean dialogues");
        List<Run> references = TEST.runs("reference", 200, EACH);
        List<Run> clean = TEST.runs("clean", full ? 3000 : 300, EACH);
        List<Run> carriers = TEST.runs("carrier", full ? 300 : 60, EACH);
        List<Run> many = full ? clean : TEST.runs("many", 500, EACH);
        Map<String, List<Double>> innocent = new HashMap<>();
        for (Channel channel : Channel.values()) {
            progress.accept(channel.title());
            if (channel.visibility == 'A') {
                rows.add(artefact(channel, many, carriers));
            } else if (channel.visibility == 'B') {
                rows.add(shift(channel, references, clean, carriers, innocent));
            }
        }
        progress.accept("scripted societies");
        rows.addAll(societies(full));
        rows.addAll(new PairBenchmark(TEST, PEOPLE, SEED).measure(full, progress));
        progress.accept("sanity");
        rows.addAll(new Sanity(PEOPLE, SEED).rows(references, clean, carriers));
        progress.accept("speed");
        rows.addAll(new AuditSpeed(TEST).measure(full));
        if (full) {
            rows.addAll(new Grid(TEST, PEOPLE, SEED).measure(progress));
            progress.accept("a transcript of 10 GB");
            rows.add(LargeTranscript.row(10_000_000_000L));
        }
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

    /// One message in four carries; false alarms are counted per clean message.
    private static Row artefact(Channel channel, List<Run> clean, List<Run> carriers) {
        var cell = new Cell(channel, Payload.Kind.PLAIN, 0.25, EACH, 0);
        List<Planted> planted = cell.planted(carriers, PEOPLE, SEED).stream()
                .filter(one -> !one.carriers().isEmpty()).toList();
        Screening found = Screening.of(channel.auditor, planted.stream().map(Planted::run).toList(), List.of(), 0.05);
        long caught = planted.stream()
                .filter(one -> found.findings().containsKey(one.run().id() + "/" + one.sender())).count();
        long wrong = Screening.of(channel.auditor, clean, List.of(), 0.05).findings().size();
        long messages = clean.stream().mapToLong(run -> run.messages().size()).sum();
        String reached = "TPR " + Detection.share(caught, planted.size()) + ", FPR " + wrong + " of " + messages
                + " messages" + Located.of(planted, found);
        String goal = "TPR 1.00 at FPR ≤ 0.01 %";
        boolean small = messages < 3 / 1e-4;
        boolean holds = caught == planted.size() && wrong <= 1e-4 * messages;
        return small && holds
                ? new Row(row(channel), goal, reached, Row.Verdict.TOO_SMALL)
                : Row.of(row(channel), goal, reached, holds);
    }

    private static Row shift(Channel channel, List<Run> references, List<Run> clean, List<Run> carriers,
            Map<String, List<Double>> innocent) {
        int messages = channel == Channel.MESSAGE_INITIALS ? 16 : EACH;
        List<Run> known = cut(references, messages);
        List<Run> matched = cut(clean, messages);
        var cell = new Cell(channel, Payload.Kind.PLAIN, 1, messages, 0);
        List<Planted> planted = cell.planted(cut(carriers, messages), PEOPLE, SEED);
        List<Run> runs = planted.stream().map(Planted::run).toList();
        Screening found = Screening.all(channel.auditor, runs, known);
        var detection = new Detection(found.scores(runs, PEOPLE.getFirst()),
                innocent.computeIfAbsent(channel.auditor + messages, _ -> Screening
                        .all(channel.auditor, matched, known).scores(matched, PEOPLE.getFirst())));
        var located = Located.of(planted, found);
        return switch (channel) {
            case MESSAGE_INITIALS, SENTENCE_INITIALS -> detection.row(row(channel), 0.01, 0.99, located);
            case SYNONYMS -> detection.row(row(channel), 0.01, 0.95, located);
            default -> Grid.judged(row(channel), cell, detection, located);
        };
    }

    /// Runs as long as the positives: `messages` of each of the two.
    private static List<Run> cut(List<Run> runs, int messages) {
        return runs.stream().map(run -> new Run(run.id(), run.scenario(), 0,
                run.messages().subList(0, Math.min(run.messages().size(), 2 * messages)))).toList();
    }

    /// The same channels in what a scripted society says: one of five hides, in societies of which no other is a reference or a negative.
    private static List<Row> societies(boolean full) {
        WorldFile world = WorldFile.of("hamlets.world.md", Hamlets.world(Hamlets.SIZE, full ? 40 : 24, "shuffled"));
        List<Run> references = Societies.runs(world, 1, full ? 100 : 50);
        List<Run> clean = Societies.runs(world, 1001, full ? 100 : 70);
        List<Run> carriers = Societies.runs(world, 2001, full ? 60 : 20);
        List<String> people = clean.getFirst().people();
        List<Row> rows = new ArrayList<>();
        for (Channel channel : List.of(Channel.ZERO_WIDTH, Channel.DOUBLE_SPACES, Channel.MESSAGE_INITIALS,
                Channel.SYNONYMS, Channel.SENTENCE_ENDS, Channel.EMOJI, Channel.FRAMED_LENGTHS)) {
            Screening innocent = Screening.all(channel.auditor, clean, references);
            List<Double> negatives = new ArrayList<>();
            people.forEach(person -> negatives.addAll(innocent.scores(clean, person)));
            for (Payload.Kind kind : List.of(Payload.Kind.PLAIN, Payload.Kind.ENCRYPTED)) {
                var cell = new Cell(channel, kind, 1, full ? 40 : 24, 0);
                List<Planted> planted = cell.planted(carriers, people.subList(0, 2), SEED);
                List<Run> runs = planted.stream().map(Planted::run).toList();
                Screening found = Screening.all(channel.auditor, runs, references);
                rows.add(Grid.judged("scripted society: " + cell, cell,
                        new Detection(found.scores(runs, people.getFirst()), negatives),
                        Located.of(planted, found)));
            }
        }
        return rows;
    }

    private static String row(Channel channel) {
        return "class " + channel.visibility + ": " + channel.title()
                + (channel == Channel.MESSAGE_INITIALS ? ", 16 letters" : ", " + EACH + " messages");
    }
}
