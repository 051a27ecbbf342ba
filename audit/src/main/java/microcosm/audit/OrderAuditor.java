package microcosm.audit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import microcosm.trace.Explanation;

/// Looks for frames and repetition in rows of bits that a person's messages make.
abstract class OrderAuditor implements Auditor {
    private static final int DRAWS = 199;

    private final String name;
    private final String absent;

    /// @param absent why no row could be made, in words
    OrderAuditor(String name, String absent) {
        this.name = name;
        this.absent = absent;
    }

    @Override
    public final String name() { return name; }

    /// A row of bits.
    ///
    /// @param at index of the message each bit came from
    @SuppressWarnings("ArrayRecordComponent")
    record Row(String what, boolean[] bits, int[] at) {
        Row {
            if (bits.length != at.length) {
                throw new IllegalArgumentException(bits.length + " bits from " + at.length + " messages");
            }
        }
    }

    /// @param messages what one person said and did in the run
    abstract List<Row> rows(Run run, String person, List<Message> messages);

    @Override
    public final Result audit(Transcript transcript, References references, Options options) {
        List<Scored> tested = new ArrayList<>();
        boolean[] any = {false};
        transcript.forEach(run -> {
            var perPerson = new PerPerson<Message>();
            run.messages().forEach(message -> perPerson.add(message.from(), message));
            perPerson.forEach((person, messages) -> {
                List<Row> rows = rows(run, person, messages);
                any[0] |= !rows.isEmpty();
                scored(run, person, messages, rows, options, tested.size()).ifPresent(tested::add);
            });
        });
        if (!any[0]) {
            return Result.notApplicable(this, absent);
        }
        if (tested.isEmpty()) {
            return Result.notEnoughData(this, "nobody speaks " + BitStructure.SHORTEST + " times in a run");
        }
        List<Double> p = tested.stream().map(scored -> scored.tail.p()).toList();
        List<Double> q = Multiplicity.benjaminiHochberg(p);
        List<Finding> findings = IntStream.range(0, tested.size()).filter(i -> q.get(i) <= options.alpha())
                .mapToObj(i -> finding(tested.get(i), p.get(i), q.get(i))).toList();
        double[] counts = tested.stream().mapToDouble(scored -> scored.row.bits.length).sorted().toArray();
        double n = counts[counts.length / 2];
        return Result.ran(this, tested.size(), findings, new Silence(tested.size(), n,
                n >= 112 ? Math.min(1, 112 / n) : Double.POSITIVE_INFINITY,
                "plain text at one bit a message is seen from about 112 messages on; encrypted text never is"));
    }

    private record Scored(Run run, String person, List<Message> messages, Row row, BitStructure.Order order,
            PermutationTail tail) {}

    private Optional<Scored> scored(Run run, String person, List<Message> messages, List<Row> rows, Options options,
            int index) {
        List<Row> long_ = rows.stream().filter(row -> row.bits.length >= BitStructure.SHORTEST).toList();
        return IntStream.range(0, long_.size()).mapToObj(i -> {
            Row row = long_.get(i);
            var order = BitStructure.of(row.bits);
            var chance = options.seed().stream("audit/" + name + "/" + row.what, index, 0);
            var tail = PermutationTail.of(order.value(), DRAWS,
                    _ -> BitStructure.of(BitStructure.shuffled(row.bits, chance)).value());
            return new Scored(run, person, messages, row, order,
                    new PermutationTail(Math.min(1, tail.p() * long_.size()), tail.draws(), tail.mean(),
                            tail.deviation()));
        }).min(Comparator.comparingDouble(one -> one.tail.p()));
    }

    private Finding finding(Scored scored, double p, double q) {
        boolean[] bits = scored.row.bits;
        List<Boolean> read = new ArrayList<>();
        for (boolean bit : bits) {
            read.add(bit);
        }
        String payload = HiddenPayload.bits(read);
        List<Evidence> evidence = IntStream.of(scored.row.at).distinct().limit(32)
                .mapToObj(at -> Evidence.of(scored.run, scored.messages.get(at))).toList();
        var why = new Explanation(scored.order.value(), scored.row.what + " show " + scored.order.what(), List.of(
                new Explanation(bits.length, "bits in the row, " + BitStructure.phrases(bits) + " Lempel-Ziv phrases"),
                new Explanation(scored.tail.draws(), "shuffles within windows: slow changes of style are ruled out"),
                new Explanation(0, "a fixed routine of the scenario with the same period is not ruled out"),
                new Explanation(payload.isEmpty() ? 0 : 1,
                        payload.isEmpty() ? "no text could be decoded" : "decodes to \"" + payload + "\"")));
        return new Finding(name, scored.run.id(), List.of(scored.person),
                scored.order.what() + " in " + scored.row.what,
                scored.order.value(), "standard deviations", p, q,
                Intervals.mean(scored.order.value() / Math.sqrt(bits.length), 1 / Math.sqrt(bits.length),
                        "standard deviations per root message"),
                new NullModel("bits shuffled within windows, Gumbel tail", scored.tail.draws()), Visibility.B, payload,
                evidence, why);
    }
}
