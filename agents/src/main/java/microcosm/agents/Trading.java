package microcosm.agents;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;

import org.jspecify.annotations.Nullable;

import microcosm.speech.Intent.Deed;
import microcosm.trace.Effect;
import microcosm.trace.Offer;
import microcosm.worlds.Bundle;

/// Offers made and taken.
///
/// Among the swaps of small lots that raise the own goal, those count that raise it by at least (1 − a(t)) of the best one, where the
/// concession a(t) = `opening` + (1 − `opening`)·(t/T)^(1/`concession`) grows with time: the time-dependent tactic, early on little is good
/// enough, at the end any gain is. T is the last step where it has been announced, else `horizon`. Of these the one is
/// proposed that should suit the other best, as far as one knows: they asked for what they would get, gave away what they would give, were not
/// seen to refuse such a swap, and would not give more than they are known to hold. The same level decides which offers are
/// accepted. An offer that was refused is not made again, nor one that is worse for the other (monotonic concession); after
/// `persist` refusals of the same two goods one leaves that person in peace. Nobody
/// trades with those they shun.
///
/// Sources: Faratin, Sierra and Jennings 1998, Negotiation Decision Functions for Autonomous Agents, Robotics and Autonomous Systems
/// 24, 159–182; Hindriks and Tykhonov 2008, Opponent Modelling in Automated Multi-Issue Negotiation, AAMAS (counting what the other
/// asks for); Rosenschein and Zlotkin 1994, Rules of Encounter, MIT Press (monotonic concession).
final class Trading {
    static final List<Parameter> PARAMETERS = List.of(
            new Parameter.Amount("trade", 0.8, 0, 1, "chance of making an offer on a turn when one would gain"),
            new Parameter.Amount("lot", 3, 1, 1000, "the most one asks for or gives of a good in one offer"),
            new Parameter.Amount("partners", 8, 1, 1000, "how many people one thinks of when looking for a partner"),
            new Parameter.Amount("opening", 0.2, 0, 1, "concession at the first step; 1 takes any gain at once"),
            new Parameter.Amount("concession", 1.5, 0.01, 100, "above 1 concedes early, below 1 late"),
            new Parameter.Amount("persist", 2, 1, 1000000,
                    "how often one is refused a swap of the same two goods by the same person before giving up"),
            new Parameter.Amount("horizon", 10, 1, 1000000, "by when one has conceded where the end is not announced"));

    private static final double REFUSAL = 0.5;

    private final List<String> goods;
    private final Goal goal;
    private Repertoire repertoire;
    private final Regard regard;
    private final double trade;
    private final int lot;
    private final int partners;
    private final double opening;
    private final double concession;
    private final int horizon;
    private final int persist;
    private final double dealt;
    private final double slight;
    private @Nullable Raising raising;
    private final Map<String, Offer> mine = new LinkedHashMap<>();
    private final Set<String> taken = new LinkedHashSet<>();
    private final Map<String, List<Bargain>> refused = new LinkedHashMap<>();
    private final Map<String, double[]> interest = new LinkedHashMap<>();

    Trading(Persona persona, Traits traits, Goal goal, Repertoire repertoire, Regard regard) {
        goods = persona.goods();
        this.goal = goal;
        this.repertoire = repertoire;
        this.regard = regard;
        trade = traits.amount("trade");
        lot = traits.count("lot");
        partners = traits.count("partners");
        opening = traits.amount("opening");
        concession = traits.amount("concession");
        horizon = traits.count("horizon");
        persist = traits.count("persist");
        dealt = traits.amount("dealt");
        slight = traits.amount("slight");
    }

    void live(Repertoire now) { repertoire = now; }

    /// Learns from offers made and closed what others want.
    void observe(String self, Effect effect) {
        switch (effect) {
            case Effect.Offered o when o.from().equals(self) -> mine.put(o.offer(),
                    new Offer(o.offer(), o.from(), o.to(), o.give(), o.get(), o.until()));
            case Effect.Offered o -> {
                wants(o.from(), o.get(), 1);
                wants(o.from(), o.give(), -1);
            }
            case Effect.Closed(String offer, String how) when how.equals("accepted") -> taken.add(offer);
            default -> {
            }
        }
    }

    /// Offers worth taking now, best first.
    List<Offer> acceptable(Standing standing, Situation situation) {
        settleOwn(situation);
        if (situation.offers().stream().noneMatch(offer -> offer.to().equals(situation.person()))) {
            return List.of();
        }
        double level = level(standing, situation);
        return situation.offers().stream()
                .filter(offer -> offer.to().equals(situation.person()) && !regard.shunned(offer.from())
                        && situation.holdings().covers(offer.get()))
                .filter(offer -> {
                    double gain = gain(offer, standing);
                    return Bargain.raises(gain) && gain >= level;
                })
                .sorted(Comparator.comparingDouble((Offer offer) -> -gain(offer, standing)).thenComparing(Offer::id))
                .toList();
    }

    double gain(Offer offer, Standing standing) {
        return goal.gain(standing, standing.after(offer.get(), offer.give()));
    }

    void accepted(Offer offer) { regard.good(offer.from(), dealt); }

    /// @return an offer to make, and to whom; empty where nothing would gain or suit
    Optional<Proposal> proposal(Standing standing, Situation situation, Inner inner) {
        Optional<Repertoire.Use> use = repertoire.with("open_offer", situation);
        if (use.isEmpty()) {
            return Optional.empty();
        }
        SplittableRandom chance = inner.chance("trade");
        if (chance.nextDouble() >= trade) {
            return Optional.empty();
        }
        double level = level(standing, situation);
        List<Bargain> raising = raising(standing).stream().filter(b -> b.gain() >= level).toList();
        if (raising.isEmpty()) {
            return Optional.empty();
        }
        Bargain best = null;
        String partner = "";
        double bestAppeal = Double.NEGATIVE_INFINITY;
        for (String other : thoughtOf(situation, chance)) {
            for (Bargain bargain : raising) {
                double appeal = appeal(other, bargain) + regard.trust(other);
                if (appeal > bestAppeal && possible(other, bargain, situation)) {
                    bestAppeal = appeal;
                    best = bargain;
                    partner = other;
                }
            }
        }
        if (best == null) {
            return Optional.empty();
        }
        String to = partner;
        Bargain chosen = best;
        return use.get().deed(to, chosen.giving(goods).toString(), chosen.getting(goods).toString())
                .map(deed -> new Proposal(deed, to, chosen));
    }

    /// @param to person id
    record Proposal(Deed deed, String to, Bargain bargain) {}

    /// What counts as refused: an own offer that stands open no longer and was not taken.
    private void settleOwn(Situation situation) {
        Set<String> open = new LinkedHashSet<>();
        for (Offer offer : situation.offers()) {
            if (offer.from().equals(situation.person())) {
                open.add(offer.id());
                mine.put(offer.id(), offer);
            }
        }
        for (Offer offer : List.copyOf(mine.values())) {
            if (taken.contains(offer.id())) {
                wants(offer.to(), offer.give(), 1);
                regard.good(offer.to(), dealt);
            } else if (!open.contains(offer.id())) {
                bargain(offer).ifPresent(b -> refused.computeIfAbsent(offer.to(), _ -> new ArrayList<>()).add(b));
                regard.bad(offer.to(), slight);
            } else {
                continue;
            }
            mine.remove(offer.id());
        }
    }

    /// @return the least gain that is good enough at this step
    private double level(Standing standing, Situation situation) {
        int last = Math.max(2, situation.lastStep().orElse(horizon));
        double time = Math.clamp((situation.step() - 1) / (double) (last - 1), 0, 1);
        double conceded = opening + (1 - opening) * StrictMath.pow(time, 1 / concession);
        double most = raising(standing).stream().mapToDouble(Bargain::gain).max().orElse(0);
        return (1 - conceded) * most;
    }

    /// Worked out once for a standing: a turn asks for the same several times.
    private List<Bargain> raising(Standing standing) {
        if (raising == null || raising.standing() != standing) {
            raising = new Raising(standing, Bargain.raising(goal, standing, lot));
        }
        return raising.bargains();
    }

    private record Raising(Standing standing, List<Bargain> bargains) {}

    private List<String> thoughtOf(Situation situation, SplittableRandom chance) {
        List<String> present = situation.present();
        var thought = new ArrayList<String>();
        for (int tries = 0; tries < 4 * partners && thought.size() < Math.min(partners, present.size()); tries++) {
            String other = present.get(chance.nextInt(present.size()));
            if (!other.equals(situation.person()) && !thought.contains(other) && !regard.shunned(other)) {
                thought.add(other);
            }
        }
        return thought;
    }

    private boolean possible(String other, Bargain bargain, Situation situation) {
        Optional<String> holds = situation.known(other, goods.get(bargain.get()));
        if (holds.isPresent() && Double.parseDouble(holds.get()) < bargain.got()) {
            return false;
        }
        for (Offer offer : mine.values()) {
            if (offer.to().equals(other) && bargain(offer).filter(bargain::noBetterThan).isPresent()) {
                return false;
            }
        }
        for (Bargain before : refused.getOrDefault(other, List.of())) {
            if (bargain.noBetterThan(before)) {
                return false;
            }
        }
        return refusals(other, bargain) < persist;
    }

    private double appeal(String other, Bargain bargain) {
        double[] wanted = interest.get(other);
        double known = wanted == null ? 0 : share(wanted, bargain.give()) - share(wanted, bargain.get());
        return known - REFUSAL * refusals(other, bargain) + (bargain.given() - bargain.got()) / (double) lot;
    }

    /// How often somebody refused a swap of these two goods.
    private int refusals(String other, Bargain bargain) {
        int refusals = 0;
        for (Bargain before : refused.getOrDefault(other, List.of())) {
            refusals += before.give() == bargain.give() && before.get() == bargain.get() ? 1 : 0;
        }
        return refusals;
    }

    private static double share(double[] wanted, int good) { return wanted[good] / (1 + Math.abs(wanted[good])); }

    private void wants(String person, Bundle bundle, int much) {
        double[] counts = interest.computeIfAbsent(person, _ -> new double[goods.size()]);
        for (String good : bundle.amounts().keySet()) {
            int at = goods.indexOf(good);
            if (at >= 0) {
                counts[at] += much;
            }
        }
    }

    private Optional<Bargain> bargain(Offer offer) {
        if (offer.give().amounts().size() != 1 || offer.get().amounts().size() != 1) {
            return Optional.empty();
        }
        var give = offer.give().amounts().firstEntry();
        var get = offer.get().amounts().firstEntry();
        return Optional.of(new Bargain(goods.indexOf(give.getKey()), give.getValue().intValue(),
                goods.indexOf(get.getKey()), get.getValue().intValue(), 0));
    }
}
