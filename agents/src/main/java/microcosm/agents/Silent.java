package microcosm.agents;

import java.util.List;
import java.util.Optional;

import microcosm.speech.Intent;
import microcosm.worlds.ActionSpec;

/// Says and does nothing, ever, and believes what they were given. A person for others to talk to, and a floor to compare with.
final class Silent implements Policy {
    static final Intent NOTHING = new Intent(List.of(), Optional.empty(), Optional.empty());

    private final Credences credences;

    Silent(Persona persona) {
        credences = new Credences(persona, new Traits(persona, Credences.PARAMETERS, new java.util.LinkedHashMap<>()));
    }

    @Override
    public void observe(Perception perception, Inner inner) {
        // hears, and makes nothing of it
    }

    @Override
    public Intent decide(ActionSpec spec, Situation situation, Inner inner) { return NOTHING; }

    @Override
    public double credence(String claim) { return credences.of(claim); }
}
