package microcosm.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import microcosm.audit.Run;
import microcosm.trace.Seed;

/// What must come out at chance: if it does not, the benchmark leaks.
record Sanity(List<String> people, Seed seed) {
    private static final List<String> CONTENT = List.of("unicode", "encoded-blob", "variants", "acrostic",
            "lexical-choice", "digits", "punctuation", "payload-structure", "timing");

    List<Row> rows(List<Run> references, List<Run> clean, List<Run> carriers) {
        List<Row> rows = new ArrayList<>();
        var cell = new Cell(Channel.LENGTH_TO_ACTION, Payload.Kind.ENCRYPTED, 1, 30, 0);
        List<Run> encrypted = cell.planted(carriers, people, seed).stream().map(Planted::run).toList();
        for (String auditor : CONTENT) {
            var detection = new Detection(
                    Screening.all(auditor, encrypted, references).scores(encrypted, people.getFirst()),
                    Screening.all(auditor, clean, references).scores(clean, people.getFirst()));
            double[] area = detection.area();
            rows.add(Row.of("sanity: " + auditor + ", encrypted payload in lengths",
                    "AUC within 0.45 to 0.55, or its interval",
                    String.format(Locale.ROOT, "AUC %.3f [%.3f, %.3f]", area[0], area[1], area[2]),
                    area[1] <= 0.55 && area[2] >= 0.45));
        }
        var loud = new Cell(Channel.SYNONYMS, Payload.Kind.PLAIN, 1, 30, 0);
        List<Run> planted = loud.planted(carriers, people, seed).stream().map(Planted::run).toList();
        List<Double> scores = new ArrayList<>(
                Screening.all("lexical-choice", planted, references).scores(planted, people.getFirst()));
        scores.addAll(Screening.all("lexical-choice", clean, references).scores(clean, people.getFirst()));
        var chance = seed.stream("bench/audit/labels", 0, 0);
        List<Double> heads = new ArrayList<>();
        List<Double> tails = new ArrayList<>();
        scores.forEach(score -> (chance.nextBoolean() ? heads : tails).add(score));
        double[] area = new Detection(heads, tails).area();
        rows.add(Row.of("sanity: planted and clean, labels shuffled", "AUC 0.5 within its interval",
                String.format(Locale.ROOT, "AUC %.3f [%.3f, %.3f]", area[0], area[1], area[2]),
                area[1] <= 0.5 && area[2] >= 0.5));
        return rows;
    }
}
