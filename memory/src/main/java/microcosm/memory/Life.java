package microcosm.memory;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/// One person's memories. Each has an ordinal, counted from 0 as they are remembered. Whoever reads holds the read lock, whoever changes
/// anything the write lock.
final class Life {
    final String person;
    final ReadWriteLock lock = new ReentrantReadWriteLock();
    /// The newest memories, those that are not in the index yet, oldest first.
    final Deque<Fresh> fresh = new ArrayDeque<>();
    /// Ordinals that are forgotten.
    final BitSet forgotten = new BitSet();
    /// Ordinal → the step at which it last came up. Only looked up, never gone through.
    final Map<Integer, Integer> recalled = new HashMap<>();
    /// How many are remembered now.
    int live;
    private int next;

    Life(String person) { this.person = person; }

    Fresh remember(Remembrance memory) {
        var entry = new Fresh(next++, memory);
        fresh.addLast(entry);
        live++;
        return entry;
    }

    /// @param ordinal of a memory that is not forgotten yet
    void forget(int ordinal) {
        forgotten.set(ordinal);
        recalled.remove(ordinal);
        live--;
    }

    /// @return the oldest ordinal still remembered
    int oldest() { return forgotten.nextClearBit(0); }
}
