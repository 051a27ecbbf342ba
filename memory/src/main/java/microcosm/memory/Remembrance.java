package microcosm.memory;

import microcosm.trace.EventId;

/// Something remembered.
///
/// @param event what it is a memory of
/// @param step when it was lived through; 0 and below for what lies before the first step
/// @param text as the person would tell it
/// @param importance in [0, 1]
public record Remembrance(EventId event, int step, String text, double importance) {
    public Remembrance {
        if (!(importance >= 0 && importance <= 1)) {
            throw new IllegalArgumentException("importance " + importance + " must be between 0 and 1");
        }
    }
}
