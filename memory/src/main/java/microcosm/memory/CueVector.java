package microcosm.memory;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/// A cue's vector, laid out to be compared with many others: four bytes of a row are read as one int and taken apart by shifts, against
/// the cue's values in four columns. Loops of that shape become vector instructions; a loop over bytes that sums up ints does not, and was
/// measured to take five times as long. What it gives is a whole number, so the same whichever way it is summed.
final class CueVector {
    private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private final Quantised cue;
    private final int[] first;
    private final int[] second;
    private final int[] third;
    private final int[] fourth;

    CueVector(Quantised cue) {
        this.cue = cue;
        first = column(0);
        second = column(1);
        third = column(2);
        fourth = column(3);
    }

    private int[] column(int which) {
        int[] column = new int[cue.values().length / 4];
        for (int i = 0; i < column.length; i++) {
            column[i] = cue.values()[4 * i + which];
        }
        return column;
    }

    /// @param row a memory's vector as [Quantised#values] begins in it at `from`
    /// @param perLength of that vector
    /// @return in [-1, 1] but for rounding; 0 if either is the zero vector
    double cosine(byte[] row, int from, float perLength) { return cue.cosine(dot(row, from), perLength); }

    private int dot(byte[] row, int from) {
        int sum = 0;
        for (int i = 0; i < first.length; i++) {
            int four = (int) INT.get(row, from + 4 * i);
            sum += first[i] * (four << 24 >> 24) + second[i] * (four << 16 >> 24) + third[i] * (four << 8 >> 24)
                    + fourth[i] * (four >> 24);
        }
        byte[] values = cue.values();
        for (int i = 4 * first.length; i < values.length; i++) {
            sum += values[i] * row[from + i];
        }
        return sum;
    }
}
