package microcosm.agents;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import microcosm.speech.Intent;
import microcosm.speech.Intent.Deed;
import microcosm.speech.Setting;
import microcosm.trace.Effect;
import microcosm.trace.Offer;
import microcosm.worlds.ActionSpec;
import microcosm.worlds.Assertion;
import microcosm.worlds.World;

/// Somebody who trades, owes, believes and tells, by typed keys alone: `goal`, `believes`, `honesty`, `trusts`, holdings, debts, offers,
/// and what reached them. A turn is: take the offers worth taking, pay what is to be paid, make an offer, vote, go somewhere, pass something on; at most
/// `deeds` attempts. Each part says its rule, its parameters and its source: [Trading], [Repaying], [Credences], [Telling], [Regard],
/// [Lies], [Reminding], [Manners], [Voting], [Roaming].
final class DefaultPolicy implements Policy {
    static final List<Parameter> PARAMETERS = Stream
            .of(List.<Parameter>of(new Parameter.Amount("deeds", 2, 0, 20, "the most attempts in one turn")),
                    Trading.PARAMETERS, Credences.PARAMETERS, Telling.PARAMETERS, Regard.PARAMETERS, Lies.PARAMETERS,
                    Reminding.PARAMETERS, Manners.PARAMETERS, Voting.PARAMETERS, Roaming.PARAMETERS)
            .flatMap(List::stream).toList();

    private final List<String> goods;
    private final String self;
    private final int most;
    private Repertoire repertoire;
    private final Credences credences;
    private final Regard regard;
    private final Lies lies;
    private final Trading trading;
    private final Repaying repaying;
    private final Telling telling;
    private final Reminding reminding;
    private final Manners manners;
    private final Voting voting;
    private final Roaming roaming;
    private Optional<String> lastSpeaker = Optional.empty();

    /// @param presets parameter → value, where this kind of person differs from the default
    DefaultPolicy(Persona persona, Map<String, String> presets) {
        var traits = new Traits(persona, PARAMETERS, presets);
        Goal goal = Goal.of(persona.goal(), persona.goods());
        goods = persona.goods();
        self = persona.id();
        most = traits.count("deeds");
        repertoire = new Repertoire(persona.world());
        credences = new Credences(persona, traits);
        regard = new Regard(persona, traits);
        lies = new Lies(traits, credences, regard);
        trading = new Trading(persona, traits, goal, repertoire, regard);
        repaying = new Repaying(traits, goal, repertoire, regard);
        telling = new Telling(persona, traits, credences);
        reminding = new Reminding(persona, traits);
        manners = new Manners(traits);
        voting = new Voting(persona, traits);
        roaming = new Roaming(persona.world(), traits);
    }

    @Override
    public void live(World world) {
        repertoire = new Repertoire(world);
        trading.live(repertoire);
        repaying.live(repertoire);
        telling.live(world);
        voting.live(world);
    }

    @Override
    public void observe(Perception perception, Inner inner) {
        if (perception.from().filter(self::equals).isEmpty()) {
            hear(perception, inner);
        }
        for (Effect effect : perception.effects()) {
            trading.observe(self, effect);
            repaying.observe(self, effect);
            if (effect instanceof Effect.Paid(String from, String to, var given) && to.equals(self)) {
                manners.owesThanks(from, given);
            }
        }
    }

    private void hear(Perception perception, Inner inner) {
        reminding.hear(perception);
        String source = perception.from().orElse("*");
        if (perception.kind() == Perception.Kind.HEARD) {
            lastSpeaker = perception.from();
        }
        for (Assertion said : perception.claims()) {
            double trust = perception.from().isPresent() ? regard.trust(source) : 1;
            telling.hear(source, said.claim(), said.stance());
            credences.hear(said.claim(), said.stance(), source, trust, perception.event(), inner);
            lies.hear(source, said.claim(), said.stance());
        }
        if (!perception.claims().isEmpty()) {
            lies.reckon();
        }
    }

    @Override
    public Intent decide(ActionSpec spec, Situation situation, Inner inner) {
        var deeds = new ArrayList<Deed>();
        Optional<String> partner = Optional.empty();
        List<Offer> refused = List.of();
        repaying.reckon(situation);
        if (spec instanceof ActionSpec.Attempting) {
            refused = new ArrayList<>();
            partner = deal(situation, deeds, refused, inner);
        }
        List<String> first = reminding.claims(self, () -> nameOf(lastSpeaker, situation), situation.step(),
                inner);
        Optional<Telling.Message> message = telling.message(situation, partner, first, inner);
        if (message.isPresent()) {
            deeds.add(message.get().say());
            return new Intent(deeds, message.get().to(), Optional.of(message.get().channel()));
        }
        List<String> reachable = reachable(situation);
        Optional<Manners.Courtesy> courtesy = manners.courtesy(refused, repaying.overdue(situation, reachable),
                reachable, inner);
        if (courtesy.isPresent()) {
            deeds.add(courtesy.get().words());
            return new Intent(deeds, Optional.of(courtesy.get().to()),
                    telling.channelTo(courtesy.get().to(), situation));
        }
        if (deeds.isEmpty() && spec instanceof ActionSpec.Attempting) {
            Repertoire.idling(situation).ifPresent(deeds::add);
        }
        return new Intent(deeds, Optional.empty(), Optional.empty());
    }

    /// @param refused gets the offers that were not taken
    /// @return whom one dealt with last
    private Optional<String> deal(Situation situation, List<Deed> deeds, List<Offer> refused, Inner inner) {
        Standing standing = Standing.of(goods, situation);
        Optional<String> partner = Optional.empty();
        Optional<Repertoire.Use> taking = repertoire.with("swap", situation);
        List<Offer> taken = new ArrayList<>();
        for (Offer offer : trading.acceptable(standing, situation)) {
            boolean still = Bargain.raises(trading.gain(offer, standing)) && standing.holds(offer.get());
            Optional<Deed.Act> deed = still && deeds.size() < most
                    ? taking.flatMap(use -> use.deed(offer.id()))
                    : Optional.empty();
            if (deed.isPresent()) {
                deeds.add(deed.get());
                taken.add(offer);
                trading.accepted(offer);
                standing = standing.after(offer.get(), offer.give());
                partner = Optional.of(offer.from());
            }
        }
        situation.offers().stream().filter(o -> o.to().equals(self) && !taken.contains(o)).forEach(refused::add);
        if (deeds.size() < most) {
            Optional<Repaying.Payment> payment = repaying.payment(standing, situation, inner);
            if (payment.isPresent()) {
                deeds.add(payment.get().deed());
                standing = standing.repaid(payment.get().goods());
                partner = Optional.of(payment.get().to());
            }
        }
        if (deeds.isEmpty()) {
            roaming.away(situation, repertoire, inner).ifPresent(deeds::add);
            if (!deeds.isEmpty()) {
                return partner;
            }
        }
        if (deeds.size() < most) {
            Optional<Trading.Proposal> proposal = trading.proposal(standing, situation, inner);
            if (proposal.isPresent()) {
                deeds.add(proposal.get().deed());
                partner = Optional.of(proposal.get().to());
            }
        }
        if (deeds.size() < most) {
            voting.vote(situation, inner).ifPresent(deeds::add);
        }
        return partner;
    }

    @Override
    public double credence(String claim) { return credences.of(claim); }

    /// Whoever some open channel reaches. Where one reaches everybody, as in most worlds, nothing is gathered.
    private static List<String> reachable(Situation situation) {
        for (List<String> reached : situation.channels().values()) {
            if (reached.size() >= situation.people().size() - 1) {
                return reached;
            }
        }
        var reachable = new LinkedHashSet<String>();
        situation.channels().values().forEach(reachable::addAll);
        return List.copyOf(reachable);
    }

    private static String nameOf(Optional<String> person, Situation situation) {
        return person.flatMap(id -> situation.people().stream().filter(p -> p.id().equals(id)).findFirst())
                .map(Setting.Named::name).orElse("");
    }
}
