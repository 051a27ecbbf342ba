package microcosm.agents;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

import microcosm.memory.Formative;
import microcosm.memory.Remembrance;
import microcosm.speech.Intent;
import microcosm.speech.Realiser;
import microcosm.speech.Setting;
import microcosm.trace.EventId;
import microcosm.trace.Offer;
import microcosm.worlds.ActionSpec;
import microcosm.worlds.Person;
import microcosm.worlds.Probe;
import microcosm.worlds.World;

/// A person played by a policy: remembers what it is shown, decides on typed keys, and puts what it decides into words.
final class PolicyAgent implements Agent {
    private final Persona persona;
    private Policy policy;
    private Realiser realiser;
    private Optional<String> lastSpeaker = Optional.empty();

    /// @param cast the event by which the person entered; memories from before the first step are memories of it
    PolicyAgent(Persona persona, Policy policy, Realiser realiser, EventId cast) {
        this.persona = persona;
        this.policy = policy;
        this.realiser = realiser;
        Formative.memories(persona.person().memories(), cast, persona.world().clock())
                .forEach(memory -> persona.memory().remember(persona.id(), memory));
    }

    @Override
    public String name() { return persona.id(); }

    @Override
    public boolean cites() { return false; }

    @Override
    public void live(World world, Realiser words) {
        realiser = words;
        policy.live(world);
    }

    @Override
    public void follow(Person.PolicyCall other) {
        policy = Policies.policy(new Persona(persona.world(), persona.person().following(other), persona.memory()));
    }

    @Override
    public void observe(Perception perception, Inner inner) {
        if (perception.kind() == Perception.Kind.HEARD) {
            lastSpeaker = perception.from();
        }
        if (!perception.text().isBlank()) {
            persona.memory().remember(persona.id(), new Remembrance(perception.event(), perception.step(),
                    perception.text(), importance(perception)));
        }
        policy.observe(perception, inner);
    }

    @Override
    public String act(ActionSpec spec, Situation situation, Inner inner) {
        return switch (spec) {
            case ActionSpec.Attempting _,ActionSpec.Speak _ -> {
                Intent intent = policy.decide(spec, situation, inner);
                yield intent.deeds().isEmpty()
                        ? ""
                        : policy.worded(realiser.realise(intent, setting(situation), () -> inner.chance("words")),
                                situation,
                                inner);
            }
            case ActionSpec.Choose choose -> policy.choice(choose, situation, inner);
            case ActionSpec.Quantity quantity -> policy.amount(quantity, situation, inner).toPlainString();
        };
    }

    @Override
    public Review review(Review.Draft draft, Situation situation, Inner inner) { return policy.review(draft); }

    /// From the credence in the claim asked about: a number between the bounds, in proportion and rounded to whole ones where
    /// they are at least ten apart; or an option, the first for the surest yes, the last for the surest no. Without a claim, nothing.
    @Override
    public String answer(Probe probe, Situation situation, Inner inner) {
        if (probe.about().isEmpty()) {
            return "";
        }
        double credence = policy.credence(probe.about().get());
        return switch (probe.question()) {
            case ActionSpec.Quantity(String _, BigDecimal least, BigDecimal most, String _) -> {
                BigDecimal width = most.subtract(least);
                int digits = width.compareTo(BigDecimal.TEN) >= 0 ? 0 : 2;
                yield least.add(width.multiply(BigDecimal.valueOf(credence)))
                        .setScale(digits, RoundingMode.HALF_EVEN).toPlainString();
            }
            case ActionSpec.Choose(String _, List<String> options) -> options
                    .get(Math.min(options.size() - 1, (int) ((1 - credence) * options.size())));
            case ActionSpec.Speak _,ActionSpec.Attempting _ -> Math.round(credence * 100) + " in 100";
        };
    }

    private Setting setting(Situation situation) {
        return new Setting(situation.person(),
                situation.people(), lastSpeaker,
                situation.offers().stream().filter(o -> o.to().equals(situation.person())).map(PolicyAgent::open)
                        .toList(),
                List.copyOf(situation.channels().keySet()));
    }

    private static Setting.OpenOffer open(Offer offer) {
        return new Setting.OpenOffer(offer.id(), offer.from(), offer.give(), offer.get());
    }

    /// Importance by rule, where no model is there to judge: an institution's notice above a claim, a claim above what one did,
    /// and talk last.
    static double importance(Perception perception) {
        return switch (perception.kind()) {
            case NOTICE -> 0.9;
            case HEARD -> perception.claims().isEmpty() ? 0.2 : 0.6;
            case OUTCOME -> 0.5;
            case REFUSED -> 0.4;
            case SEEN -> 0.3;
        };
    }
}
