package microcosm.memory;

/// A vector of whole numbers in [-127, 127]. Comparing two of them is whole-number arithmetic, so the same on every processor and for
/// every order of summing.
///
/// @param values never changed
/// @param perLength 1 over the vector's Euclidean length; 0 for the zero vector
@SuppressWarnings("ArrayRecordComponent") // never compared, never handed out of the room
record Quantised(byte[] values, float perLength) {
    /// Of no dimensions, where nothing is compared by vectors.
    static final Quantised NONE = new Quantised(new byte[0], 0);
    private static final int MOST = 127;

    /// Scales the largest value to 127 and rounds.
    ///
    /// @throws IllegalArgumentException if a value is not finite
    static Quantised of(float[] vector) {
        float largest = 0;
        for (float value : vector) {
            if (!Float.isFinite(value)) {
                throw new IllegalArgumentException("a vector holds " + value + "; it must be finite");
            }
            largest = Math.max(largest, Math.abs(value));
        }
        byte[] values = new byte[vector.length];
        for (int i = 0; i < values.length && largest > 0; i++) {
            values[i] = (byte) Math.rint((double) vector[i] * MOST / largest);
        }
        return of(values);
    }

    static Quantised of(byte[] values) {
        int square = dot(values, values, 0);
        return new Quantised(values, square == 0 ? 0 : (float) (1 / Math.sqrt(square)));
    }

    /// @param of where the other vector begins in `row`
    /// @return exact for up to 130,000 dimensions
    static int dot(byte[] values, byte[] row, int of) {
        int sum = 0;
        for (int i = 0; i < values.length; i++) {
            sum += values[i] * row[of + i];
        }
        return sum;
    }

    /// @return in [-1, 1] but for rounding; 0 if either is the zero vector
    double cosine(int dot, float otherPerLength) { return dot * ((double) perLength * otherPerLength); }
}
