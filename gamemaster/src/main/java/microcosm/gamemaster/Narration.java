package microcosm.gamemaster;

import java.util.ArrayList;
import java.util.List;

import microcosm.trace.Effect;

/// An outcome in a model's words: to the one who tried, and to whoever is where they are. Words that may not be told are left out.
final class Narration {
    private Narration() {}

    static List<Effect> of(SceneReply.Outcome outcome, String actor, Moment now) {
        var told = new ArrayList<Effect>();
        List<String> present = Hearing.present(actor, now);
        if (fits(outcome.actorSees(), List.of(actor), now)) {
            told.add(new Effect.Told("", "", List.of(actor), outcome.actorSees()));
        }
        if (!present.isEmpty() && fits(outcome.othersSee(), readers(actor, present), now)) {
            told.add(new Effect.Told("", "", present, outcome.othersSee()));
        }
        return told;
    }

    /// What others see of somebody's doing holds nothing that the one who does it could not know.
    static List<String> readers(String actor, List<String> present) {
        var readers = new ArrayList<>(present);
        readers.add(actor);
        return readers;
    }

    private static boolean fits(String text, List<String> to, Moment now) {
        return !text.isEmpty() && Worded.violation(text, to, now).isEmpty();
    }
}
