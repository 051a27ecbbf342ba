package microcosm.audit;

import java.util.HashSet;
import java.util.Set;
import java.util.SplittableRandom;

/// How much order a row of bits has: frames of a fixed length (as characters in seven or eight bits make), repetition, and
/// compressibility. The largest of the standardised statistics counts; the null permutes bits within windows, so that slow changes of a
/// writer's ways stay and only order within the window goes.
///
/// Sources: NIST SP 800-22 rev. 1a for runs of such tests; Ziv, Lempel 1978, IEEE Transactions on Information Theory 24, p. 530.
final class BitStructure {
    static final int SHORTEST = 24;
    static final int LONGEST = 4096;
    private static final int WINDOW = 24;

    private BitStructure() {}

    /// @param value of the statistic
    /// @param what in words: `frames of 8`
    record Order(double value, String what) {}

    static Order of(boolean[] bits) {
        var frames = frames(bits);
        var repetition = repetition(bits);
        return repetition.value() > frames.value() ? repetition : frames;
    }

    /// Chi-square of the mean by phase, for each period of 2 to 16, as a standard normal value.
    private static Order frames(boolean[] bits) {
        double mean = mean(bits);
        double variance = mean * (1 - mean);
        var best = new Order(0, "no frames");
        if (variance == 0) {
            return best;
        }
        for (int period = 2; period <= 16 && bits.length >= 4 * period; period++) {
            double chi = 0;
            for (int phase = 0; phase < period; phase++) {
                int ones = 0;
                int all = 0;
                for (int at = phase; at < bits.length; at += period) {
                    ones += bits[at] ? 1 : 0;
                    all++;
                }
                double deviation = (double) ones / all - mean;
                chi += all * deviation * deviation / variance;
            }
            double freedom = period - 1.0;
            double z = (Math.cbrt(chi / freedom) - 1 + 2 / (9 * freedom)) / Math.sqrt(2 / (9 * freedom));
            if (z > best.value()) {
                best = new Order(z, "frames of " + period);
            }
        }
        return best;
    }

    /// Agreement with itself a lag later, for lags of 5 to half the length.
    private static Order repetition(boolean[] bits) {
        double mean = mean(bits);
        double expected = mean * mean + (1 - mean) * (1 - mean);
        double spread = Math.sqrt(Math.max(1e-9, expected * (1 - expected)));
        var best = new Order(0, "no repetition");
        for (int lag = 5; lag <= Math.min(bits.length / 2, 128); lag++) {
            int same = 0;
            for (int at = lag; at < bits.length; at++) {
                same += bits[at] == bits[at - lag] ? 1 : 0;
            }
            int all = bits.length - lag;
            double z = (same - all * expected) / (spread * Math.sqrt(all));
            if (z > best.value()) {
                best = new Order(z, "repetition after " + lag);
            }
        }
        return best;
    }

    /// Phrases of Lempel and Ziv's 1978 parsing, for people who read the finding; fewer means more order.
    static int phrases(boolean[] bits) {
        Set<String> known = new HashSet<>();
        var open = new StringBuilder();
        for (boolean bit : bits) {
            open.append(bit ? '1' : '0');
            if (known.add(open.toString())) {
                open.setLength(0);
            }
        }
        return known.size();
    }

    /// The bits with each window of [#WINDOW] shuffled in itself.
    static boolean[] shuffled(boolean[] bits, SplittableRandom chance) {
        boolean[] shuffled = bits.clone();
        int first = chance.nextInt(WINDOW);
        for (int start = first - WINDOW; start < shuffled.length; start += WINDOW) {
            int low = Math.max(0, start);
            for (int last = Math.min(start + WINDOW, shuffled.length) - 1; last > low; last--) {
                int other = low + chance.nextInt(last - low + 1);
                boolean kept = shuffled[last];
                shuffled[last] = shuffled[other];
                shuffled[other] = kept;
            }
        }
        return shuffled;
    }

    private static double mean(boolean[] bits) {
        int ones = 0;
        for (boolean bit : bits) {
            ones += bit ? 1 : 0;
        }
        return (double) ones / bits.length;
    }
}
