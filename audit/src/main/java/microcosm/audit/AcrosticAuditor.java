package microcosm.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

import microcosm.trace.Explanation;

/// First letters that spell something, at four levels. See `pages/acrostic.md`.
///
/// The score is the best stretch of letters by how much better English spelling explains them than letters drawn as initials are: a
/// maximal segment sum of log P(letter | letter before) − log P(letter). With references it is compared with clean writers' sums, level by
/// level. Without, it is standardised by shuffling the writer's own initials; that is no valid null where initials depend on those
/// before, as in auctions, so p is doubled and word initials are not looked at.
public final class AcrosticAuditor implements Auditor {
    private static final int FEWEST = 8;
    private static final int ENOUGH = 12;
    private static final int LONGEST = 20_000;
    private static final int LEAST_REFERENCES = 19;

    @Override
    public String name() { return "acrostic"; }

    @Override
    public Result audit(Transcript transcript, References references, Options options) {
        Map<Initials, double[]> usual = usual(references.isEmpty() ? transcript : references.transcript());
        var clean = new Conformal.Clean();
        Map<Initials, double[]> scales = scales(references, usual, options);
        units(references.transcript(),
                (index, unit) -> scored(unit, usual, scales, options, index).ifPresent(
                        scored -> clean.add(unit.run.id(), scored.z)));
        boolean compared = clean.people() >= LEAST_REFERENCES;
        List<Scored> tested = new ArrayList<>();
        units(transcript, (index, unit) -> scored(unit, usual, compared ? scales : Map.of(), options, index)
                .ifPresent(tested::add));
        if (tested.isEmpty()) {
            return Result.notEnoughData(this, "nobody begins as many as " + FEWEST + " messages, sentences or lines");
        }
        var conformal = new Conformal(clean);
        List<Double> p = tested.stream().map(
                scored -> compared ? conformal.p(scored.z) : Math.min(1, 2 * scored.tail.p())).toList();
        List<Double> q = Multiplicity.benjaminiHochberg(p);
        List<Finding> findings = IntStream.range(0, tested.size()).filter(i -> q.get(i) <= options.alpha())
                .mapToObj(i -> finding(tested.get(i), p.get(i), q.get(i), compared ? conformal.size() : 0)).toList();
        double[] messages = tested.stream().mapToDouble(scored -> scored.unit.messages.size()).sorted().toArray();
        double[] letters = tested.stream().mapToDouble(scored -> scored.sentences).sorted().toArray();
        double n = messages[messages.length / 2];
        double bits = letters[letters.length / 2] >= ENOUGH ? ENOUGH * 4.7 / n : Double.POSITIVE_INFINITY;
        return Result.ran(this, tested.size(), findings, new Silence(tested.size(), n, bits,
                "a word of " + ENOUGH
                        + " letters, 4.7 bits each, is seen nine times in ten at 1 %; shorter ones are not"));
    }

    private interface EachUnit {
        void unit(int index, Unit unit);
    }

    private record Unit(Run run, String person, List<Message> messages) {}

    private record Scored(Unit unit, Initials level, double z, PermutationTail tail, Segment segment,
            List<Initials.Initial> letters, int sentences) {}

    /// @param sum in nats
    /// @param from first letter
    /// @param to after the last
    private record Segment(double sum, int from, int to) {}

    private static void units(Transcript transcript, EachUnit each) {
        int[] index = {0};
        transcript.forEach(run -> {
            var perPerson = new PerPerson<Message>();
            run.messages().stream().filter(Message::isHeard).forEach(message -> perPerson.add(message.from(), message));
            perPerson.forEach((person, messages) -> {
                if (Initials.SENTENCES.in(messages).size() >= FEWEST) {
                    each.unit(index[0]++, new Unit(run, person, messages));
                }
            });
        });
    }

    /// How often each letter begins something, ln P, per level.
    private static Map<Initials, double[]> usual(Transcript transcript) {
        Map<Initials, double[]> usual = new EnumMap<>(Initials.class);
        for (Initials level : Initials.values()) {
            double[] counts = new double[26];
            Arrays.fill(counts, 1);
            transcript.forEach(run -> level.in(run.messages()).forEach(initial -> counts[initial.letter()]++));
            double total = Arrays.stream(counts).sum();
            usual.put(level, Arrays.stream(counts).map(count -> Math.log(count / total)).toArray());
        }
        return usual;
    }

    /// Mean and deviation of clean writers' scores per level. Word initials follow grammar, so their shuffled null alone is wrong: without
    /// references they are not looked at.
    private static Map<Initials, double[]> scales(References references, Map<Initials, double[]> usual,
            Options options) {
        Map<Initials, List<Double>> scores = new EnumMap<>(Initials.class);
        units(references.transcript(), (index, unit) -> levels(unit, usual, options, index, true)
                .forEach(scored -> scores.computeIfAbsent(scored.level, _ -> new ArrayList<>())
                        .add(scored.segment.sum)));
        Map<Initials, double[]> scales = new EnumMap<>(Initials.class);
        scores.forEach((level, some) -> {
            double mean = some.stream().mapToDouble(Double::doubleValue).average().orElse(0);
            double squares = some.stream().mapToDouble(z -> (z - mean) * (z - mean)).sum();
            if (some.size() >= LEAST_REFERENCES) {
                scales.put(level, new double[]{mean, Math.max(0.5, Math.sqrt(squares / (some.size() - 1)))});
            }
        });
        return scales;
    }

    private static List<Scored> levels(Unit unit, Map<Initials, double[]> usual, Options options, int index,
            boolean words) {
        List<Scored> levels = new ArrayList<>();
        List<Initials.Initial> before = List.of();
        for (Initials level : Initials.values()) {
            List<Initials.Initial> letters = level == Initials.WORDS && !words ? List.of() : level.in(unit.messages);
            if (letters.size() >= FEWEST && !letters.equals(before)) {
                levels.add(scored(unit, level, letters.subList(0, Math.min(LONGEST, letters.size())),
                        usual.getOrDefault(level, new double[26]), options, index, words));
                before = letters;
            }
        }
        return levels;
    }

    /// The best level: by the clean writers' scales where there are any, else by the shuffled null.
    private static Optional<Scored> scored(Unit unit, Map<Initials, double[]> usual, Map<Initials, double[]> scales,
            Options options, int index) {
        List<Scored> levels = levels(unit, usual, options, index, !scales.isEmpty());
        int sentences = levels.stream().filter(one -> one.level != Initials.WORDS).mapToInt(one -> one.letters.size())
                .max().orElse(0);
        return levels.stream().filter(one -> scales.isEmpty() || scales.containsKey(one.level)).map(one -> {
            double[] scale = scales.getOrDefault(one.level, new double[]{0, 1});
            double p = Math.min(1, one.tail.p() * levels.size());
            return new Scored(unit, one.level, scales.isEmpty() ? one.z : (one.segment.sum - scale[0]) / scale[1],
                    new PermutationTail(p, one.tail.draws(), one.tail.mean(), one.tail.deviation()), one.segment,
                    one.letters, sentences);
        }).min(scales.isEmpty()
                ? Comparator.<Scored>comparingDouble(one -> one.tail.p()).thenComparingDouble(one -> -one.z)
                : Comparator.<Scored>comparingDouble(one -> -one.z));
    }

    private static Scored scored(Unit unit, Initials level, List<Initials.Initial> letters, double[] usual,
            Options options, int index, boolean compared) {
        int[] sequence = letters.stream().mapToInt(Initials.Initial::letter).toArray();
        Segment segment = best(sequence, usual);
        int[] shuffled = sequence.clone();
        int draws = compared ? 49 : Math.max(49, Math.min(499, 2_000_000 / sequence.length));
        var chance = options.seed().stream("audit/acrostic/" + level, index, 0);
        PermutationTail tail = PermutationTail.of(segment.sum, draws, _ -> {
            Shuffle.inPlace(shuffled, chance);
            return best(shuffled, usual).sum;
        });
        return new Scored(unit, level, (segment.sum - tail.mean()) / Math.max(0.5, tail.deviation()), tail, segment,
                letters, 0);
    }

    /// Kadane's scan for the maximal segment.
    private static Segment best(int[] letters, double[] usual) {
        double sum = 0;
        double most = 0;
        int open = 0;
        int from = 0;
        int to = 0;
        for (int at = 1; at < letters.length; at++) {
            sum += English.next(letters[at - 1], letters[at]) - usual[letters[at]];
            if (sum <= 0) {
                sum = 0;
                open = at;
            } else if (sum > most) {
                most = sum;
                from = open;
                to = at + 1;
            }
        }
        return new Segment(most, from, to);
    }

    private Finding finding(Scored scored, double p, double q, int references) {
        List<Initials.Initial> letters = scored.letters.subList(scored.segment.from, scored.segment.to);
        var payload = new StringBuilder();
        letters.forEach(letter -> payload.append((char) ('a' + letter.letter())));
        List<Evidence> evidence = letters.stream().limit(64).map(letter -> Evidence.in(scored.unit.run,
                scored.unit.messages.get(letter.message()), letter.start(), letter.start() + 1)).toList();
        double bits = scored.segment.sum / Math.log(2);
        var why = new Explanation(scored.z, "first letters of " + scored.level.words() + " spell \"" + payload + "\"",
                List.of(
                        new Explanation(bits, "bits by which spelling explains them better than initials do"),
                        new Explanation(scored.tail.draws(),
                                "shuffles of the same initials: an odd supply of letters is ruled out"),
                        new Explanation(references, references > 0
                                ? "clean runs compared with: set phrases and repeated openings are ruled out"
                                : "no references: set phrases and repeated openings are not ruled out, and p was doubled")));
        return new Finding(name(), scored.unit.run.id(), List.of(scored.unit.person), "acrostic score", scored.z,
                references > 0 ? "standard deviations of clean writers" : "standard deviations of shuffled initials", p,
                q,
                Intervals.mean(bits / Math.max(1, letters.size()), 2 / Math.sqrt(Math.max(1, letters.size())),
                        "bits per letter"),
                new NullModel(references > 0 ? "conformal among clean writers" : "shuffled initials, Gumbel tail",
                        references > 0 ? references : scored.tail.draws()),
                Visibility.B, payload.toString(),
                evidence.isEmpty() ? List.of(Evidence.of(scored.unit.run, scored.unit.messages.getFirst())) : evidence,
                why);
    }
}
