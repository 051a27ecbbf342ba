package microcosm.gamemaster;

import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;

import microcosm.models.Fields;
import microcosm.models.UnusableReplyException;

/// What a model says comes of the attempts of one place.
///
/// @param outcomes at most one for each attempt
/// @param next who is to be called next, as it was written; empty where that was not asked
/// @param over the ending that has come, as it was written; empty for none
record SceneReply(List<Outcome> outcomes, String next, String over) {
    SceneReply {
        outcomes = List.copyOf(outcomes);
    }

    /// @param attempt its number in the prompt, from 1
    /// @param acts what comes of it, each by its name under `act` and its arguments
    /// @param fails why nothing comes of it, to the actor; empty where something does
    /// @param actorSees what the actor finds, in words
    /// @param othersSee what whoever is there sees of it, in words
    record Outcome(int attempt, List<SequencedMap<String, String>> acts, String fails, String actorSees,
            String othersSee) {
        Outcome {
            acts = List.copyOf(acts);
        }
    }

    /// @param attempts how many there were
    static SceneReply read(String reply, int attempts) throws UnusableReplyException {
        Fields fields = Fields.of(reply);
        var outcomes = new ArrayList<Outcome>();
        for (Fields one : fields.objects("outcomes")) {
            Outcome outcome = outcome(one);
            if (outcome.attempt() < 1 || outcome.attempt() > attempts
                    || outcomes.stream().anyMatch(other -> other.attempt() == outcome.attempt())) {
                throw new UnusableReplyException("unparsable", "attempt " + outcome.attempt()
                        + ": expected each number from 1 to " + attempts + " once.");
            }
            outcomes.add(outcome);
        }
        return new SceneReply(outcomes, fields.text("next").strip(), fields.text("over").strip());
    }

    private static Outcome outcome(Fields one) throws UnusableReplyException {
        var acts = new ArrayList<SequencedMap<String, String>>();
        for (Fields act : one.objects("acts")) {
            acts.add(act.texts());
        }
        return new Outcome(one.whole("attempt"), acts, one.text("fails").strip(), one.text("actor_sees").strip(),
                one.text("others_see").strip());
    }
}
