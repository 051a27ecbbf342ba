package microcosm.agents;

import microcosm.speech.Intent;
import microcosm.worlds.ActionSpec;

/// Documented behaviour that decides on typed keys, never on keywords of prose. Holds whatever it has learnt; one per person.
public interface Policy {
    void observe(Perception perception, Inner inner);

    Intent decide(ActionSpec spec, Situation situation, Inner inner);

    /// @return the credence it gives a claim, in [0, 1]
    double credence(String claim);
}
