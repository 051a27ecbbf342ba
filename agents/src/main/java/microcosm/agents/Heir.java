package microcosm.agents;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

import microcosm.speech.Intent;
import microcosm.worlds.ActionSpec;
import microcosm.worlds.Market;
import microcosm.worlds.Person;
import microcosm.worlds.World;

/// Somebody of a population that reproduces (mechanism `selection`): follows the policy that is its `kind`, and when it has died, that of the child in its place, who begins anew with the
/// same traits. Every kind is the name of a policy, where it is to act at all.
final class Heir implements Policy {
    static final List<Parameter> PARAMETERS = List
            .of(new Parameter.Text("kind", "silent", "the policy it is of at first"));

    private final Persona persona;
    private final Market market;
    private Policy lives;
    private String life;
    private Optional<World> changed = Optional.empty();

    Heir(Persona persona) {
        var traits = new Traits(persona, PARAMETERS, new LinkedHashMap<>());
        this.persona = persona;
        market = traits.market(List.of("selection"));
        String kind = traits.text("kind");
        if (kind.equals("heir")) {
            throw traits.problem("kind: an heir is of another kind than heir", "the name of a policy");
        }
        lives = born(kind);
        life = kind + " ";
    }

    private Policy born(String kind) {
        Policy policy = Policies.policy(new Persona(persona.world(),
                persona.person().following(new Person.PolicyCall(kind, new LinkedHashMap<>())), persona.memory()));
        changed.ifPresent(policy::live);
        return policy;
    }

    @Override
    public void live(World world) {
        changed = Optional.of(world);
        lives.live(world);
    }

    @Override
    public void observe(Perception perception, Inner inner) { lives.observe(perception, inner); }

    @Override
    public Intent decide(ActionSpec spec, Situation situation, Inner inner) {
        var known = new Known(situation, market.id());
        known.of(persona.id(), "kind").ifPresent(kind -> {
            String now = kind + " " + known.of(persona.id(), "born").orElse("");
            if (!now.equals(life)) {
                life = now;
                lives = born(kind);
            }
        });
        return lives.decide(spec, situation, inner);
    }

    @Override
    public String worded(String text, Situation situation, Inner inner) { return lives.worded(text, situation, inner); }

    @Override
    public double credence(String claim) { return lives.credence(claim); }
}
