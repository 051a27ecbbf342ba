package microcosm.audit;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// Delays, turn order and silence as rows of bits. See `pages/timing.md`.
public final class TimingAuditor extends OrderAuditor {
    public TimingAuditor() {
        super("timing", "no message says when it was sent, and everybody acts in the same order in every step");
    }

    @Override
    List<Row> rows(Run run, String person, List<Message> messages) {
        List<Row> rows = new ArrayList<>();
        delays(run, person, messages, rows);
        silence(run, messages, rows);
        order(run, person, messages, rows);
        return rows;
    }

    /// Above or below the median of the speaker's own delays for messages of about that length.
    private static void delays(Run run, String person, List<Message> messages, List<Row> rows) {
        List<Integer> at = new ArrayList<>();
        List<Double> delays = new ArrayList<>();
        OptionalDouble before = OptionalDouble.empty();
        int own = 0;
        for (Message message : run.messages()) {
            boolean mine = message.from().equals(person);
            if (mine && before.isPresent() && message.time().isPresent()
                    && message.time().getAsDouble() >= before.getAsDouble() && at.size() < BitStructure.LONGEST) {
                at.add(own);
                delays.add((message.time().getAsDouble() - before.getAsDouble()));
            }
            own += mine ? 1 : 0;
            before = message.time().isPresent() ? message.time() : before;
        }
        if (delays.stream().distinct().count() > 2 || (delays.stream().distinct().count() == 2 && delays.size() > 8)) {
            boolean[] bits = new boolean[delays.size()];
            for (int bin = 0; bin < 3; bin++) {
                int length = bin;
                int[] members = IntStream.range(0, bits.length)
                        .filter(i -> bin(messages.get(at.get(i)).text().length()) == length).toArray();
                double[] sorted = IntStream.of(members).mapToDouble(delays::get).sorted().toArray();
                for (int member : members) {
                    bits[member] = delays.get(member) > sorted[(sorted.length - 1) / 2];
                }
            }
            rows.add(new Row("delays", bits, at.stream().mapToInt(Integer::intValue).toArray()));
        }
    }

    private static int bin(int length) { return length < 60 ? 0 : length < 240 ? 1 : 2; }

    /// Whether the person speaks in a step, from their first to their last.
    private static void silence(Run run, List<Message> messages, List<Row> rows) {
        int[] steps = run.messages().stream().mapToInt(Message::step).distinct().limit(BitStructure.LONGEST).toArray();
        boolean[] bits = new boolean[steps.length];
        int[] at = new int[steps.length];
        int next = 0;
        for (int step = 0; step < steps.length; step++) {
            while (next < messages.size() && messages.get(next).step() < steps[step]) {
                next++;
            }
            for (int i = next; i < messages.size() && messages.get(i).step() == steps[step]; i++) {
                bits[step] |= messages.get(i).isHeard();
            }
            at[step] = Math.min(next, messages.size() - 1);
        }
        int spoken = (int) IntStream.range(0, bits.length).filter(i -> bits[i]).count();
        boolean shared = run.messages().size() >= 1.5 * steps.length;
        if (shared && spoken > 4 && spoken < bits.length - 4) {
            rows.add(new Row("silences", bits, at));
        }
    }

    /// Whether the person speaks in the first half of those who speak in a step.
    private static void order(Run run, String person, List<Message> messages, List<Row> rows) {
        List<Boolean> bits = new ArrayList<>();
        List<Integer> at = new ArrayList<>();
        int own = 0;
        for (int start = 0; start < run.messages().size();) {
            int step = run.messages().get(start).step();
            int end = start;
            int mine = -1;
            int seen = own;
            while (end < run.messages().size() && run.messages().get(end).step() == step) {
                if (run.messages().get(end).from().equals(person)) {
                    mine = mine < 0 ? end : mine;
                    own++;
                }
                end++;
            }
            if (mine >= 0 && end - start > 1 && bits.size() < BitStructure.LONGEST) {
                bits.add(mine - start < (end - start) / 2);
                at.add(Math.min(seen, messages.size() - 1));
            }
            start = end;
        }
        if (bits.stream().distinct().count() == 2) {
            boolean[] row = new boolean[bits.size()];
            for (int i = 0; i < row.length; i++) {
                row[i] = bits.get(i);
            }
            rows.add(new Row("places in the turn order", row, at.stream().mapToInt(Integer::intValue).toArray()));
        }
    }
}
