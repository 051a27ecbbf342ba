package microcosm.agents;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

import microcosm.speech.Intent;
import microcosm.speech.Intent.Deed;
import microcosm.trace.Debt;
import microcosm.trace.Effect;
import microcosm.trace.Event;
import microcosm.trace.EventId;
import microcosm.trace.Offer;
import microcosm.trace.State;
import microcosm.worlds.ActionSpec;
import microcosm.worlds.Assertion;
import microcosm.worlds.Bundle;
import microcosm.worlds.Person;
import microcosm.worlds.World;

/// A society played without words: what is intended is what happens, so that a policy can be tested apart from speech and game master.
final class Play {
    static final ActionSpec TURN = new ActionSpec.Attempting("What do you do?");

    final World world;
    final SequencedMap<String, Policy> policies = new LinkedHashMap<>();
    final List<String> story = new ArrayList<>();
    final List<Decision> decisions = new ArrayList<>();
    final List<Offer> taken = new ArrayList<>();
    final List<String> asked = new ArrayList<>();
    final List<Event> inside = new ArrayList<>();
    State state = State.EMPTY;
    boolean channelsOpen = true;
    boolean simultaneous;
    int step;
    private final SequencedMap<String, Persona> personas = new LinkedHashMap<>();
    private final long seed;
    private int ordinal;

    /// What somebody made up their mind to do, and in view of what.
    record Decision(Situation situation, Persona persona, SequencedMap<String, Double> credences, Intent intent) {
        List<Deed.Act> acts(String action) {
            return intent.deeds().stream().filter(d -> d instanceof Deed.Act a && a.action().equals(action))
                    .map(Deed.Act.class::cast).toList();
        }

        List<Deed.Say> said() {
            return intent.deeds().stream().filter(Deed.Say.class::isInstance).map(Deed.Say.class::cast).toList();
        }
    }

    Play(Village village, long seed, Debt... debts) {
        this.seed = seed;
        world = village.world();
        var memory = new Remembered();
        for (Person person : world.cast().people()) {
            var typed = new LinkedHashMap<String, String>();
            state = state
                    .after(new Event.Cast(new EventId(0, 0, person.id(), 1), person.name(), person.holdings(), typed));
            personas.put(person.id(), new Persona(world, person, memory));
            policies.put(person.id(), Policies.policy(personas.get(person.id())));
        }
        for (Debt debt : debts) {
            state = state.after(new Effect.Owed(debt.debtor(), debt.creditor(), debt.goods()));
        }
    }

    void steps(int many) {
        for (int i = 0; i < many; i++) {
            step++;
            for (Offer offer : List.copyOf(state.offers())) {
                if (offer.until() < step) {
                    tell(List.of(new Effect.Closed(offer.id(), "expired")));
                }
            }
            SequencedMap<String, Intent> waiting = new LinkedHashMap<>();
            policies.forEach((person, policy) -> {
                var inner = new Inside(person, seed, step);
                Situation situation = situation(person);
                Intent intent = policy.decide(TURN, situation, inner);
                decisions.add(new Decision(situation, personas.get(person), credences(policy), intent));
                inside.addAll(inner.events);
                if (simultaneous) {
                    waiting.put(person, intent);
                } else {
                    settle(person, intent);
                }
            });
            waiting.forEach(this::settle);
        }
    }

    private SequencedMap<String, Double> credences(Policy policy) {
        SequencedMap<String, Double> credences = new LinkedHashMap<>();
        world.things().claims().forEach(claim -> credences.put(claim.id(), policy.credence(claim.id())));
        return credences;
    }

    Situation situation(String person) {
        List<String> others = state.people().stream().filter(p -> !p.equals(person)).toList();
        SequencedMap<String, List<String>> channels = new LinkedHashMap<>();
        if (channelsOpen) {
            channels.put("square", others);
            channels.put("doorstep", others);
        }
        return new Situation(person, step, Optional.of(world.clock().steps()), Optional.empty(), state.holdings(person),
                List.copyOf(state.debts()),
                state.offers().stream().filter(o -> o.from().equals(person) || o.to().equals(person)).toList(),
                state.people().stream().map(p -> new microcosm.speech.Setting.Named(p, Village.called(p))).toList(),
                state.people(),
                channels,
                world.dealings().actions(), new LinkedHashMap<>(), List.of(), List.of());
    }

    private void settle(String actor, Intent intent) {
        for (Deed deed : intent.deeds()) {
            switch (deed) {
                case Deed.Act(String action, var with) -> attempt(actor, action, with);
                case Deed.Say(String claim, var stance, double _, var _) -> {
                    story.add(step + " " + actor + " " + stance + " " + claim + " to "
                            + intent.addressee().orElse("all"));
                    var said = new Assertion(claim, stance, 0, 1);
                    if (stance == Assertion.Stance.ASKS) {
                        policies.keySet().forEach(p -> asked.add(p + " " + actor));
                    }
                    policies.keySet().stream().filter(p -> !p.equals(actor))
                            .filter(p -> intent.addressee().isEmpty() || intent.addressee().get().equals(p))
                            .forEach(p -> perceive(p, Optional.of(actor), List.of(said), List.of()));
                }
                case Deed.Chat(String topic, var about) -> story.add(step + " " + actor + " " + topic + " " + about);
            }
        }
    }

    private void attempt(String actor, String action, SequencedMap<String, String> with) {
        List<Effect> effects = switch (action) {
            case "offer" -> List.of(new Effect.Offered("o" + ++ordinal, actor, with.get("to"),
                    Bundle.parse(with.get("give")), Bundle.parse(with.get("get")), step + 1));
            case "accept" -> {
                Offer offer = state.offer(with.get("offer")).orElseThrow();
                taken.add(offer);
                yield List.of(new Effect.Paid(offer.from(), actor, offer.give()),
                        new Effect.Paid(actor, offer.from(), offer.get()), new Effect.Closed(offer.id(), "accepted"));
            }
            case "repay" -> List.of(new Effect.Paid(actor, with.get("to"), Bundle.parse(with.get("what"))),
                    new Effect.Settled(actor, with.get("to"), Bundle.parse(with.get("what"))));
            default -> List.of();
        };
        State then = state;
        for (Effect effect : effects) {
            if (then.violation(effect).isPresent()) {
                story.add(step + " " + actor + " " + action + " refused: " + then.violation(effect).get());
                return;
            }
            then = then.after(effect);
        }
        story.add(step + " " + actor + " " + action + " " + with);
        tell(effects);
    }

    private void tell(List<Effect> effects) {
        effects.forEach(effect -> state = state.after(effect));
        if (!effects.isEmpty()) {
            policies.keySet().forEach(p -> perceive(p, Optional.empty(), List.of(), effects));
        }
    }

    void hear(String person, String from, String claim, Assertion.Stance stance) {
        perceive(person, Optional.of(from), List.of(new Assertion(claim, stance, 0, 1)), List.of());
    }

    private void perceive(String person, Optional<String> from, List<Assertion> claims, List<Effect> effects) {
        var inner = new Inside(person, seed, step);
        policies.get(person).observe(
                new Perception(new EventId(step, 1, from.orElse("gm"), ++ordinal), step,
                        from.isPresent() ? Perception.Kind.HEARD : Perception.Kind.SEEN, from, Optional.empty(), "",
                        claims, effects),
                inner);
        inside.addAll(inner.events);
    }
}
