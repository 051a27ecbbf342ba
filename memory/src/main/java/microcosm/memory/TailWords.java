package microcosm.memory;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/// Which of one person's fresh memories has which words, as far as words were ever asked for. Safe for use by several threads that
/// recall; whoever remembers or forgets is alone.
final class TailWords {
    private static final int TOLERATED = 64;

    private final Map<String, Occurrences> occurrences = new TreeMap<>();
    private int listed;
    private int next;

    /// @param entries all that are fresh, oldest first
    /// @param ordinals theirs, and perhaps more
    /// @param first slot of the first of them
    synchronized void match(String term, Fresh[] entries, int[] ordinals, int first, Origin.Matches matches) {
        list(entries);
        Occurrences found = occurrences.get(term);
        for (int i = 0; found != null && i < found.size; i++) {
            int at = at(found.ordinals[i], ordinals, entries.length);
            if (at >= 0) {
                matches.add(first + at, found.counts[i]);
            }
        }
    }

    synchronized void clear() {
        occurrences.clear();
        listed = 0;
        next = 0;
    }

    private static int at(int ordinal, int[] ordinals, int size) {
        if (size == 0) {
            return -1;
        }
        int guess = ordinal - ordinals[0];
        return guess >= 0 && guess < size && ordinals[guess] == ordinal
                ? guess
                : Arrays.binarySearch(ordinals, 0, size, ordinal);
    }

    /// Lists what is new; lists anew when most of what is listed has been forgotten or has gone into the index.
    private void list(Fresh[] entries) {
        if (listed > 2 * entries.length + TOLERATED) {
            clear();
        }
        int from = entries.length;
        while (from > 0 && entries[from - 1].ordinal >= next) {
            from--;
        }
        for (Fresh entry : Arrays.asList(entries).subList(from, entries.length)) {
            Terms terms = entry.terms();
            for (int i = 0; i < terms.terms().length; i++) {
                occurrences.computeIfAbsent(terms.terms()[i], _ -> new Occurrences()).add(entry.ordinal,
                        terms.counts()[i]);
            }
            listed++;
            next = entry.ordinal + 1;
        }
    }

    /// Of one term; ordinals ascend.
    private static final class Occurrences {
        private int size;
        private int[] ordinals = new int[2];
        private int[] counts = new int[2];

        void add(int ordinal, int count) {
            if (size == ordinals.length) {
                ordinals = Arrays.copyOf(ordinals, size * 2);
                counts = Arrays.copyOf(counts, size * 2);
            }
            ordinals[size] = ordinal;
            counts[size++] = count;
        }
    }
}
