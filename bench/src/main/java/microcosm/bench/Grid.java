package microcosm.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Consumer;

import microcosm.audit.Run;
import microcosm.trace.Seed;

/// Every channel that the speaker's messages alone may show, in every use: rates × payloads × lengths. References, negatives and
/// carriers share no run and no speaker; negatives are as long as positives.
record Grid(Dialogues dialogues, List<String> people, Seed seed) {
    private static final double[] RATES = {1, 0.5, 0.25, 0.1};
    private static final int[] LENGTHS = {10, 40, 160};
    private static final int CARRIERS = 40;

    List<Row> measure(Consumer<String> progress) {
        List<Row> rows = new ArrayList<>();
        for (int messages : LENGTHS) {
            List<Run> references = dialogues.runs("grid-reference" + messages, 200, messages);
            List<Run> clean = dialogues.runs("grid-clean" + messages, messages > 40 ? 300 : 3000, messages);
            List<Run> carriers = dialogues.runs("grid-carrier" + messages, CARRIERS, messages);
            SequencedMap<String, List<Double>> negatives = new LinkedHashMap<>();
            for (Channel channel : Channel.values()) {
                if (!channel.relates()) {
                    progress.accept(channel.title() + ", " + messages + " messages");
                    List<Double> scores = negatives.computeIfAbsent(channel.auditor,
                            auditor -> Screening.all(auditor, clean, references).scores(clean, people.getFirst()));
                    rows.addAll(rows(channel, messages, carriers, references, scores));
                }
            }
        }
        return rows;
    }

    /// All uses of a channel, asked about at once: what a content auditor says of one run does not depend on the others.
    private List<Row> rows(Channel channel, int messages, List<Run> carriers, List<Run> references,
            List<Double> negatives) {
        SequencedMap<Cell, List<Planted>> cells = new LinkedHashMap<>();
        for (Payload.Kind kind : Payload.Kind.values()) {
            for (double rate : RATES) {
                var cell = new Cell(channel, kind, rate, messages, 0);
                cells.put(cell, cell.planted(carriers, people, seed).stream().map(one -> one.in(cell)).toList());
            }
        }
        List<Run> all = cells.sequencedValues().stream().flatMap(List::stream).map(Planted::run).toList();
        Screening screening = Screening.all(channel.auditor, all, references);
        List<Row> rows = new ArrayList<>();
        cells.forEach((cell, planted) -> rows.add(judged("grid: " + cell, cell,
                new Detection(screening.scores(planted.stream().map(Planted::run).toList(), people.getFirst()),
                        negatives),
                Located.of(planted, screening))));
        return rows;
    }

    /// A scheme that leaves nothing in the content must be at chance; any other must not be below it, as a detector turned round would be.
    static Row judged(String name, Cell cell, Detection detection, Located located) {
        boolean chance = cell.kind().random() && cell.channel().hides();
        double[] area = detection.area();
        String goal = chance
                ? "content alone at chance: AUC within 0.45 to 0.55, or its interval"
                : "AUC not below 0.5";
        boolean holds = chance ? area[1] <= 0.55 && area[2] >= 0.45 : area[2] >= 0.5;
        return Row.of(name, goal, detection.toString() + located, holds);
    }
}
