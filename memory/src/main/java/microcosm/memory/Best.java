package microcosm.memory;

/// The best few of many candidates: a heap whose root is the worst of those kept.
final class Best {
    private final Candidates candidates;
    private final int[] slots;
    private int size;

    /// @param limit at least 1
    Best(Candidates candidates, int limit) {
        this.candidates = candidates;
        this.slots = new int[Math.min(limit, Math.max(1, candidates.size))];
    }

    /// @return slots, best first
    int[] first() {
        double[] score = candidates.score;
        for (int slot = 0; slot < candidates.size; slot++) {
            if (size < slots.length) {
                rise(slot);
            } else if (score[slot] >= score[slots[0]] && candidates.before(slot, slots[0])) {
                sink(slot);
            }
        }
        int[] sorted = new int[size];
        while (size > 0) {
            sorted[size - 1] = slots[0];
            int last = slots[--size];
            if (size > 0) {
                sink(last);
            }
        }
        return sorted;
    }

    private void rise(int slot) {
        int at = size++;
        while (at > 0 && candidates.before(slots[(at - 1) / 2], slot)) {
            slots[at] = slots[(at - 1) / 2];
            at = (at - 1) / 2;
        }
        slots[at] = slot;
    }

    private void sink(int slot) {
        int at = 0;
        for (int child = 1; child < size; child = at * 2 + 1) {
            if (child + 1 < size && candidates.before(slots[child], slots[child + 1])) {
                child++;
            }
            if (candidates.before(slots[child], slot)) {
                break;
            }
            slots[at] = slots[child];
            at = child;
        }
        slots[at] = slot;
    }
}
