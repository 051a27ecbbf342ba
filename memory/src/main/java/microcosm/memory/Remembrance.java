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

    /// Importance rated as in Park et al. 2023, from 1, mundane, to 10, poignant.
    ///
    /// @return (rating − 1) / 9
    /// @throws IllegalArgumentException if the rating is out of range
    public static double importance(int rating) {
        if (rating < 1 || rating > 10) {
            throw new IllegalArgumentException("rating " + rating + " must be between 1 and 10");
        }
        return (rating - 1) / 9.0;
    }
}
