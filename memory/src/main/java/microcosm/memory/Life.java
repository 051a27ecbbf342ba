package microcosm.memory;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/// One person's memories. Each has an ordinal, counted from 0 as they are remembered. Whoever reads holds the read lock, whoever changes
/// anything the write lock.
final class Life {
    final String person;
    final ReadWriteLock lock = new ReentrantReadWriteLock();
    /// The newest memories, those that are not in the index yet, oldest first.
    final Deque<Fresh> fresh = new ArrayDeque<>();
    /// These, as a recall reads them.
    final Tail tail = new Tail();
    /// Ordinals that are forgotten.
    final BitSet forgotten = new BitSet();
    /// Ordinal → the step at which it last came up.
    final Map<Integer, Integer> recalled = new TreeMap<>();
    /// The same of what all share, as far as this person is concerned.
    final Map<Integer, Integer> recalledShared = new TreeMap<>();
    /// Forgotten, but still in the index.
    final List<Integer> gone = new ArrayList<>();
    /// Remembered since the last reflection, where there is reflection.
    final List<Remembrance> unreflected = new ArrayList<>();
    double unreflectedImportance;
    /// Whether insights come from elsewhere.
    boolean musesAlone;
    /// Ordinals below are in the index or on their way into it.
    int filed;
    /// How many are remembered now.
    int live;
    /// Where the index holds the rest.
    volatile Slices slices = new Slices(-1, List.of());
    private int next;

    Life(String person) { this.person = person; }

    Fresh remember(Remembrance memory) {
        var entry = new Fresh(next++, memory);
        fresh.addLast(entry);
        live++;
        return entry;
    }

    /// @param ordinal of a memory that is not forgotten yet
    /// @return whether it was still fresh; else the index holds it
    boolean forget(int ordinal) {
        forgotten.set(ordinal);
        recalled.remove(ordinal);
        live--;
        if (ordinal < filed) {
            gone.add(ordinal);
        }
        Fresh first = fresh.peekFirst();
        if (first == null || ordinal < first.ordinal) {
            return false;
        }
        tail.clear();
        if (first.ordinal == ordinal) {
            fresh.removeFirst();
        } else {
            fresh.removeIf(one -> one.ordinal == ordinal);
        }
        return true;
    }

    /// What was on its way into the index is there.
    ///
    /// @return how many memories are no longer fresh
    int filed() {
        int before = fresh.size();
        for (Fresh first = fresh.peekFirst(); first != null && first.ordinal < filed; first = fresh.peekFirst()) {
            fresh.removeFirst();
        }
        if (fresh.size() < before) {
            tail.filed();
        }
        return before - fresh.size();
    }

    /// Takes over what the index holds.
    ///
    /// @param ordinals of all that is remembered
    void restore(BitSet ordinals) {
        next = ordinals.length();
        filed = next;
        live = ordinals.cardinality();
        forgotten.set(0, next);
        forgotten.andNot(ordinals);
    }

    /// @return the oldest ordinal still remembered
    int oldest() { return forgotten.nextClearBit(0); }

    /// @param generation of the index, which they are true of
    record Slices(int generation, List<Slice> slices) {}
}
