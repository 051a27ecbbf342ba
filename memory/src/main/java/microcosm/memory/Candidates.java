package microcosm.memory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Everything one person could recall, in columns; a slot each. Used again and again, by one recall at a time.
final class Candidates {
    int size;
    double[] relevance = new double[64];
    double[] text = new double[64];
    double[] recency = new double[64];
    double[] importance = new double[64];
    double[] score = new double[64];
    /// The step that age is counted from.
    int[] since = new int[64];
    /// Words in it.
    int[] length = new int[64];
    /// Order among those of one owner.
    int[] ordinal = new int[64];
    /// The step of the event's id.
    int[] eventStep = new int[64];
    boolean[] always = new boolean[64];
    boolean anyAlways;
    /// Slots below hold what all share.
    int ownFrom;
    private int[] place = new int[64];
    private int[] origin = new int[64];
    private final List<Origin> origins = new ArrayList<>();

    void clear() {
        size = 0;
        anyAlways = false;
        origins.clear();
    }

    /// What is added from now on comes from here.
    void from(Origin where) { origins.add(where); }

    /// Makes room for so many more, from places that follow each other; whoever adds fills in what is known of them.
    ///
    /// @return the slot of the first
    int add(int many, int firstPlace) {
        int first = size;
        size += many;
        if (size > score.length) {
            grow(Math.max(size, score.length * 2));
        }
        Arrays.fill(text, first, size, 0);
        Arrays.fill(relevance, first, size, 0);
        Arrays.fill(origin, first, size, origins.size() - 1);
        for (int i = 0; i < many; i++) {
            place[first + i] = firstPlace + i;
        }
        return first;
    }

    /// Better first: score, then event id, then the order of remembering.
    boolean before(int slot, int other) {
        if (score[slot] != score[other]) {
            return score[slot] > score[other];
        }
        if (eventStep[slot] != eventStep[other]) {
            return eventStep[slot] < eventStep[other];
        }
        int byEvent = memory(slot).event().compareTo(memory(other).event());
        if (byEvent != 0) {
            return byEvent < 0;
        }
        return ordinal[slot] != ordinal[other] ? ordinal[slot] < ordinal[other] : slot < other;
    }

    Remembrance memory(int slot) { return origins.get(origin[slot]).memory(place[slot]); }

    List<Origin> origins() { return origins; }

    private void grow(int room) {
        relevance = Arrays.copyOf(relevance, room);
        text = Arrays.copyOf(text, room);
        recency = Arrays.copyOf(recency, room);
        importance = Arrays.copyOf(importance, room);
        score = Arrays.copyOf(score, room);
        since = Arrays.copyOf(since, room);
        length = Arrays.copyOf(length, room);
        ordinal = Arrays.copyOf(ordinal, room);
        eventStep = Arrays.copyOf(eventStep, room);
        always = Arrays.copyOf(always, room);
        place = Arrays.copyOf(place, room);
        origin = Arrays.copyOf(origin, room);
    }
}
