package microcosm.memory;

import java.util.Arrays;

/// Decay to the power of an age, looked up where it is asked for again and again.
final class Decay {
    private static final int LONGEST_TABLE = 1 << 17;

    private final double decay;
    private final double unit;
    private volatile double[] known = {1};

    /// @param unit what one unit of age counts: hours per step, or 1
    Decay(double decay, double unit) {
        this.decay = decay;
        this.unit = unit;
    }

    /// @return a table that covers ages up to `age`, unless that is very long ago
    double[] upTo(int age) {
        double[] table = known;
        if (age < table.length || table.length >= LONGEST_TABLE) {
            return table;
        }
        int room = Math.min(LONGEST_TABLE, Math.max(64, Integer.highestOneBit(age) * 2));
        double[] longer = Arrays.copyOf(table, room);
        for (int i = table.length; i < room; i++) {
            longer[i] = power(i);
        }
        known = longer;
        return longer;
    }

    double of(int age, double[] table) { return age < table.length ? table[age] : power(age); }

    private double power(int age) { return StrictMath.pow(decay, age * unit); }
}
