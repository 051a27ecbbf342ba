package microcosm.memory;

import java.util.List;

import microcosm.trace.EventId;

/// Something remembered.
///
/// @param event what it is a memory of
/// @param step when it was lived through; 0 and below for what lies before the first step
/// @param text as the person would tell it
/// @param importance in [0, 1]
/// @param always whether it comes up whatever the cue
/// @param restsOn the memories an insight was drawn from, or that were folded into this one; empty for what was lived through
public record Remembrance(EventId event, int step, String text, double importance, boolean always,
        List<EventId> restsOn) {
    public Remembrance {
        if (!(importance >= 0 && importance <= 1)) {
            throw new IllegalArgumentException("importance " + importance + " must be between 0 and 1");
        }
        restsOn = List.copyOf(restsOn);
    }

    public Remembrance(EventId event, int step, String text, double importance) {
        this(event, step, text, importance, false, List.of());
    }
}
