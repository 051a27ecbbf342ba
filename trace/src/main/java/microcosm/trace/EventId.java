package microcosm.trace;

/// The name of an event: `12.1/ada/3` is the third thing of Ada's in the first turn of step 12.
///
/// There is no global counter, so people can be asked in parallel. What the game master does belongs to `gm`, or to `gm@PLACE`.
///
/// @param step from 0; 0 is before the first step
/// @param turn from 0 within the step; 0 is what happens before the first turn
/// @param owner a person's id, or the game master
/// @param ordinal from 1 within (step, turn, owner)
public record EventId(int step, int turn, String owner, int ordinal) implements Comparable<EventId> {
    public static final String GAME_MASTER = "gm";

    public EventId {
        if (step < 0 || turn < 0 || ordinal < 1) {
            throw new IllegalArgumentException(step + "." + turn + "/" + owner + "/" + ordinal
                    + ": step and turn must be at least 0, the ordinal at least 1");
        }
        if (owner.isEmpty() || owner.indexOf('/') >= 0) {
            throw new IllegalArgumentException("owner \"" + owner + "\" must not be empty or contain a slash");
        }
    }

    /// Reads what [#toString] writes.
    ///
    /// @throws IllegalArgumentException if the text is not an event id
    public static EventId parse(String text) {
        int dot = text.indexOf('.');
        int first = text.indexOf('/');
        int second = text.lastIndexOf('/');
        if (dot < 1 || first < dot || second == first) {
            throw new IllegalArgumentException("\"" + text + "\" is not an event id such as 12.1/ada/3");
        }
        try {
            return new EventId(Integer.parseInt(text, 0, dot, 10), Integer.parseInt(text, dot + 1, first, 10),
                    text.substring(first + 1, second), Integer.parseInt(text, second + 1, text.length(), 10));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("\"" + text + "\" is not an event id such as 12.1/ada/3", e);
        }
    }

    /// Order of time; within a turn, by owner and ordinal. Used where a tie must break the same way always.
    @Override
    public int compareTo(EventId other) {
        int byStep = Integer.compare(step, other.step);
        int byTurn = byStep != 0 ? byStep : Integer.compare(turn, other.turn);
        int byOwner = byTurn != 0 ? byTurn : owner.compareTo(other.owner);
        return byOwner != 0 ? byOwner : Integer.compare(ordinal, other.ordinal);
    }

    @Override
    public String toString() { return step + "." + turn + "/" + owner + "/" + ordinal; }
}
