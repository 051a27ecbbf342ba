package microcosm.memory;

import java.util.Arrays;
import java.util.BitSet;

import org.jspecify.annotations.Nullable;

/// Memories of one owner in columns, as scoring reads them, in the order of remembering. A recall copies whole columns and multiplies
/// vectors that lie one after the other; fetching each memory as an object was measured to take three times as long.
final class Rows {
    private final int dimensions;
    private int size;
    private byte[] vectors;
    private float[] perLength;
    private int[] ordinal;
    private int[] step;
    private int[] eventStep;
    private int[] words;
    private double[] importance;
    private boolean[] always;
    private boolean anyAlways;

    /// @param dimensions of the vectors; 0 where nobody is compared by vectors
    Rows(int dimensions, int room) {
        this.dimensions = dimensions;
        vectors = new byte[room * dimensions];
        perLength = new float[room];
        ordinal = new int[room];
        step = new int[room];
        eventStep = new int[room];
        words = new int[room];
        importance = new double[room];
        always = new boolean[room];
    }

    /// @return bytes that so many rows take
    static long bytes(long rows, int dimensions) { return rows * (dimensions + 29L); }

    int size() { return size; }

    int[] ordinals() { return ordinal; }

    void clear() {
        size = 0;
        anyAlways = false;
    }

    /// @param length how many words count in it
    void add(int ordinalOfIt, Remembrance memory, int length) {
        add(ordinalOfIt, memory.step(), memory.event().step(), length, memory.importance(), memory.always());
    }

    /// @return its place
    int add(int ordinalOfIt, int stepOfIt, int stepOfEvent, int length, double importanceOfIt, boolean comesAlways) {
        if (size == ordinal.length) {
            grow();
        }
        ordinal[size] = ordinalOfIt;
        step[size] = stepOfIt;
        eventStep[size] = stepOfEvent;
        words[size] = length;
        importance[size] = importanceOfIt;
        always[size] = comesAlways;
        anyAlways |= comesAlways;
        return size++;
    }

    /// @param values where the vector of that place begins, at `from`
    void vector(int place, byte[] values, int from, float perLengthOfIt) {
        System.arraycopy(values, from, vectors, place * dimensions, dimensions);
        perLength[place] = perLengthOfIt;
    }

    void words(int place, int length) { words[place] = length; }

    /// Adds all that is not forgotten to the candidates.
    ///
    /// @param place of the first, as the candidates' origin counts
    /// @param slots filled with the slot of each place from there on, or -1 where it is forgotten; null where nothing is
    /// @param cue null where relevance does not count
    void gather(int place, BitSet forgotten, int @Nullable [] slots, @Nullable CueVector cue, Candidates into) {
        if (slots == null) {
            int first = into.add(size, place);
            System.arraycopy(ordinal, 0, into.ordinal, first, size);
            System.arraycopy(step, 0, into.since, first, size);
            System.arraycopy(eventStep, 0, into.eventStep, first, size);
            System.arraycopy(words, 0, into.length, first, size);
            System.arraycopy(importance, 0, into.importance, first, size);
            System.arraycopy(always, 0, into.always, first, size);
            into.anyAlways |= anyAlways;
            for (int i = 0; i < size && cue != null; i++) {
                into.relevance[first + i] = cue.cosine(vectors, i * dimensions, perLength[i]);
            }
            return;
        }
        for (int i = 0; i < size; i++) {
            boolean gone = forgotten.get(ordinal[i]);
            slots[place + i] = gone ? -1 : into.size;
            if (!gone) {
                gather(i, into.add(1, place + i), cue, into);
            }
        }
    }

    private void gather(int i, int slot, @Nullable CueVector cue, Candidates into) {
        into.ordinal[slot] = ordinal[i];
        into.since[slot] = step[i];
        into.eventStep[slot] = eventStep[i];
        into.length[slot] = words[i];
        into.importance[slot] = importance[i];
        into.always[slot] = always[i];
        into.anyAlways |= always[i];
        if (cue != null) {
            into.relevance[slot] = cue.cosine(vectors, i * dimensions, perLength[i]);
        }
    }

    private void grow() {
        int room = Math.max(64, size * 2);
        vectors = Arrays.copyOf(vectors, room * dimensions);
        perLength = Arrays.copyOf(perLength, room);
        ordinal = Arrays.copyOf(ordinal, room);
        step = Arrays.copyOf(step, room);
        eventStep = Arrays.copyOf(eventStep, room);
        words = Arrays.copyOf(words, room);
        importance = Arrays.copyOf(importance, room);
        always = Arrays.copyOf(always, room);
    }
}
