package microcosm.trace;

/// Hands out the ids of one owner in one turn, in order. Not safe for use by several threads: each owner has its own.
public final class EventIds {
    private final int step;
    private final int turn;
    private final String owner;
    private int last;

    public EventIds(int step, int turn, String owner) {
        this.step = step;
        this.turn = turn;
        this.owner = owner;
    }

    public EventId next() { return new EventId(step, turn, owner, ++last); }
}
