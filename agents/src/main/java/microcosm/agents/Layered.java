package microcosm.agents;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import microcosm.speech.Intent;
import microcosm.speech.Intent.Deed;
import microcosm.worlds.ActionSpec;
import microcosm.worlds.Channel;
import microcosm.worlds.Person;
import microcosm.worlds.World;

/// A policy on top of another, which decides first: whoever follows it does what people of that policy do (parameter `as`), and something besides. Traits
/// of the person are those of the policy beneath.
abstract class Layered implements Policy {
    static final Parameter AS = new Parameter.Text("as", Policies.DEFAULT, "the policy beneath");

    private final Policy beneath;
    private List<Channel> channels;

    /// @param traits of the layer, with the parameter `as`
    Layered(Persona persona, Traits traits) {
        channels = persona.world().dealings().channels();
        String as = traits.text(AS.name());
        if (persona.policy().map(Person.PolicyCall::name).filter(as::equals).isPresent()) {
            throw traits.problem("as: \"" + as + "\" lies on top of itself", "another policy");
        }
        beneath = Policies.policy(new Persona(persona.world(),
                persona.person().following(new Person.PolicyCall(as, new LinkedHashMap<>())), persona.memory()));
    }

    @Override
    public void live(World world) {
        channels = world.dealings().channels();
        beneath.live(world);
    }

    @Override
    public void observe(Perception perception, Inner inner) { beneath.observe(perception, inner); }

    @Override
    public Intent decide(ActionSpec spec, Situation situation, Inner inner) {
        return beneath.decide(spec, situation, inner);
    }

    @Override
    public String worded(String text, Situation situation, Inner inner) {
        return beneath.worded(text, situation, inner);
    }

    @Override
    public String choice(ActionSpec.Choose spec, Situation situation, Inner inner) {
        return beneath.choice(spec, situation, inner);
    }

    @Override
    public BigDecimal amount(ActionSpec.Quantity spec, Situation situation, Inner inner) {
        return beneath.amount(spec, situation, inner);
    }

    @Override
    public double credence(String claim) { return beneath.credence(claim); }

    /// @return a greeting, on the first open channel on which somebody hears it; empty where nobody can
    Optional<Intent> greeting(Optional<String> whom, Situation situation) {
        for (Map.Entry<String, List<String>> channel : situation.channels().entrySet()) {
            List<String> hearers = channel.getValue();
            if (whom.isPresent() ? hearers.contains(whom.get()) : !hearers.isEmpty()) {
                Optional<String> to = isAddressed(channel.getKey())
                        ? Optional.of(whom.orElse(hearers.getFirst()))
                        : Optional.empty();
                return Optional.of(new Intent(List.of(new Deed.Chat("greeting", new LinkedHashMap<>())), to,
                        Optional.of(channel.getKey())));
            }
        }
        return Optional.empty();
    }

    /// Whether somebody will hear the words of an intent.
    boolean reaches(String whom, Intent intent, Situation situation) {
        Optional<String> channel = intent.channel();
        return !intent.deeds().isEmpty() && (channel.isEmpty()
                ? intent.addressee().filter(whom::equals).isPresent()
                : situation.channels().getOrDefault(channel.get(), List.of()).contains(whom)
                        && (!isAddressed(channel.get()) || intent.addressee().filter(whom::equals).isPresent()));
    }

    private boolean isAddressed(String channel) {
        return channels.stream()
                .anyMatch(one -> one.id().equals(channel) && one.hearers() instanceof Channel.Members.Addressee);
    }
}
