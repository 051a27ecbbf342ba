package microcosm.speech;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import microcosm.worlds.Attempt;

/// What the parts of the reader have found so far in one passage.
final class Found {
    final List<Attempt> attempts = new ArrayList<>();
    final List<Reading.Unclear> unclear = new ArrayList<>();
    private final Passage passage;

    Found(Passage passage) { this.passage = passage; }

    void attempt(String action, java.util.SequencedMap<String, String> arguments, int fromToken, int toToken) {
        var attempt = new Attempt(action, arguments, passage.start(fromToken), passage.end(toToken));
        boolean repeated = attempts.stream()
                .anyMatch(a -> a.action().equals(action) && a.arguments().equals(attempt.arguments())
                        && overlaps(a, attempt));
        if (!repeated) {
            attempts.add(attempt);
        }
    }

    void unclear(int fromToken, int toToken, String why) {
        int from = passage.start(fromToken);
        int to = passage.end(toToken);
        if (unclear.stream().noneMatch(u -> u.from() < to && from < u.to())) {
            unclear.add(new Reading.Unclear(from, to, why));
        }
    }

    /// Whether an attempt or an ambiguity already rests on a token.
    boolean covers(int token) {
        int at = passage.token(token).from();
        return attempts.stream().anyMatch(a -> a.from() <= at && at < a.to())
                || unclear.stream().anyMatch(u -> u.from() <= at && at < u.to());
    }

    void sort() {
        attempts.sort(Comparator.comparingInt(Attempt::from));
        unclear.sort(Comparator.comparingInt(Reading.Unclear::from));
    }

    private static boolean overlaps(Attempt one, Attempt other) {
        return one.from() < other.to() && other.from() < one.to();
    }
}
