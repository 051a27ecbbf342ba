package microcosm.gamemaster;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

import microcosm.agents.Inner;
import microcosm.agents.Situation;
import microcosm.speech.Reader;
import microcosm.speech.Setting;
import microcosm.trace.Effect;
import microcosm.trace.Offer;
import microcosm.worlds.ActionRule;
import microcosm.worlds.ActionSpec;
import microcosm.worlds.Channel;
import microcosm.worlds.Ending;
import microcosm.worlds.EvaluationException;
import microcosm.worlds.Evaluator;
import microcosm.worlds.Phase;
import microcosm.worlds.World.TurnOrder;

/// The game master without a model: reads by rules, settles by the world's Actions table, tells in plain sentences.
public final class RulesGameMaster implements GameMaster {
    static final ActionSpec SPEC = new ActionSpec.Attempting("What do you do and say?");

    private final Reader reader;
    private List<String> order = List.of();
    private final Waiting waiting = new Waiting(SPEC);

    public RulesGameMaster(Reader reader) { this.reader = reader; }

    @Override
    public boolean cites() { return false; }

    @Override
    public Optional<Call> next(Moment moment, int gone, Desk desk) {
        TurnOrder turns = order(moment);
        if (turns == TurnOrder.CALLED) {
            List<String> people = called(moment);
            return gone < people.size() ? waiting.next(people, moment) : Optional.empty();
        }
        if (gone == 0) {
            order = order(turns, called(moment), moment);
        }
        boolean together = turns == TurnOrder.SIMULTANEOUS;
        if (order.isEmpty() || gone >= (together ? 1 : order.size())) {
            return Optional.empty();
        }
        return Optional.of(new Call(together ? order : List.of(order.get(gone)), SPEC));
    }

    static TurnOrder order(Moment moment) {
        return moment.phase().flatMap(Phase::order).orElse(moment.world().clock().order());
    }

    /// @return who may act in this step or phase, in cast order
    static List<String> called(Moment moment) {
        return moment.society().ids().stream()
                .filter(id -> !Shocked.isAway(id, moment.state())
                        && moment.state().attribute(id, "alive").filter("no"::equals).isEmpty()
                        && moment.phase().map(phase -> Hearing.includes(phase.who(), id, id, moment)).orElse(true))
                .toList();
    }

    private static List<String> order(TurnOrder turns, List<String> people, Moment moment) {
        if (turns != TurnOrder.SHUFFLED) {
            return people;
        }
        var luck = new LinkedHashMap<String, Long>();
        people.forEach(id -> luck.put(id,
                moment.seed().stream("gamemaster/turns/" + id, moment.step(), moment.turn()).nextLong()));
        return people.stream().sorted(Comparator.comparing(id -> luck.getOrDefault(id, 0L))).toList();
    }

    @Override
    public Situation shown(String person, Moment moment) { return Situations.of(person, moment); }

    @Override
    public Read read(String person, ActionSpec spec, String text, Moment moment, Inner inner) {
        var offers = new ArrayList<Setting.OpenOffer>();
        for (Offer offer : moment.standing().offers(person)) {
            if (offer.to().equals(person)) {
                offers.add(new Setting.OpenOffer(offer.id(), offer.from(), offer.give(), offer.get()));
            }
        }
        var channels = new ArrayList<String>();
        for (Channel channel : moment.world().dealings().channels()) {
            if (!channels.contains(channel.id()) && Hearing.isOpen(channel, person, moment)) {
                channels.add(channel.id());
            }
        }
        return new Read("rules", reader.read(text, new Setting(person, moment.society().named(),
                moment.past().turnedTo(person), offers, channels)));
    }

    @Override
    public List<Ruling> settle(List<Deed> deeds, Moment moment, Desk desk) {
        return deeds.stream().map(deed -> new Ruling(deed, List.of(deed.read()), now -> propose(deed, now))).toList();
    }

    static Proposal propose(Deed deed, Moment now) {
        for (ActionRule rule : now.world().dealings().actions()) {
            if (rule.name().equals(deed.attempt().action()) && Situations.isAtHand(rule, now)) {
                return propose(deed, rule, now);
            }
        }
        return new Proposal.Fails("That cannot be done now.");
    }

    static Proposal propose(Deed deed, ActionRule rule, Moment now) {
        Optional<String> problem = Arguments.problem(rule, deed.attempt(), now);
        if (problem.isPresent()) {
            return new Proposal.Fails(problem.get());
        }
        MomentScope scope = MomentScope.of(now, deed.actor()).and(Arguments.values(rule, deed.attempt()));
        if (rule.needs().isPresent() && !Refusals.holds(rule.needs().get().tree(), scope)) {
            return new Proposal.Fails(Refusals.unmet(rule.needs().get(), scope));
        }
        try {
            return Effects.of(rule.effects(), rule.name(), scope, deed.read(), deed.number());
        } catch (EvaluationException without) {
            return new Proposal.Fails("That cannot be worked out: " + without.what() + ".");
        }
    }

    @Override
    public String tell(List<Effect> effects, String reader, Moment before) {
        return Telling.of(effects, reader, before);
    }

    @Override
    public Optional<Over> over(Moment moment, Desk desk) {
        var reached = new ArrayList<String>();
        for (Ending ending : moment.world().watch().endings()) {
            if (ending.when().map(when -> Evaluator.truth(when, MomentScope.of(moment, ending))).orElse(false)) {
                reached.add(ending.name());
            }
        }
        return reached.stream().findFirst().map(name -> new Over(name, List.of()));
    }
}
