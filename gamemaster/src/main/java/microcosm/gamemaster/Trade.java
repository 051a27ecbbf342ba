package microcosm.gamemaster;

import java.util.List;
import java.util.Optional;

import microcosm.gamemaster.GameMaster.Proposal;
import microcosm.trace.Effect;
import microcosm.trace.Offer;
import microcosm.worlds.Bundle;

/// Offers: made, taken up, closed.
enum Trade implements Consequence {
    OPEN_OFFER("open_offer", "open_offer(to, give, get, steps): an offer that stands open for so many further steps") {
        @Override
        public Proposal of(Means with) {
            int until = with.now().step() + (with.arguments().size() > 3 ? with.number(3).intValue() : 0);
            return new Proposal.Happens(List.of(new Effect.Offered(with.cause() + "#" + with.number(),
                    with.actorOrFail(), with.text(0), with.bundle(1), with.bundle(2), until)));
        }
    },
    SWAP("swap", "swap(offer): the offer is accepted and both sides change hands") {
        @Override
        public Proposal of(Means with) {
            return offer(with).<Proposal>map(offer -> {
                Optional<String> broken = Laws.unacceptable(offer, with.actorOrFail(), with.now());
                return broken.<Proposal>map(Proposal.Fails::new).orElseGet(() -> new Proposal.Happens(swapped(offer)));
            }).orElseGet(() -> new Proposal.Fails(GONE));
        }
    },
    CLOSE_OFFER("close_offer", "close_offer(offer): the offer is withdrawn by its maker, or declined") {
        @Override
        public Proposal of(Means with) {
            String actor = with.actorOrFail();
            return offer(with).<Proposal>map(offer -> {
                if (!offer.from().equals(actor) && !offer.to().equals(actor)) {
                    return new Proposal.Fails("That offer is not yours to close.");
                }
                String how = offer.from().equals(actor) ? "withdrawn" : "declined";
                return new Proposal.Happens(List.of(new Effect.Closed(offer.id(), how)));
            }).orElseGet(() -> new Proposal.Fails(GONE));
        }
    };

    static final String GONE = "That offer is no longer open.";

    private final String called;
    private final String summary;

    Trade(String called, String summary) {
        this.called = called;
        this.summary = summary;
    }

    @Override
    public String word() { return called; }

    @Override
    public String summary() { return summary; }

    /// Empty sides do not change hands: an offer may be a gift or a request.
    private static List<Effect> swapped(Offer offer) {
        var effects = new java.util.ArrayList<Effect>();
        pay(offer.from(), offer.to(), offer.give()).ifPresent(effects::add);
        pay(offer.to(), offer.from(), offer.get()).ifPresent(effects::add);
        effects.add(new Effect.Closed(offer.id(), "accepted"));
        return effects;
    }

    private static Optional<Effect> pay(String from, String to, Bundle goods) {
        return goods.isEmpty() ? Optional.empty() : Optional.of(new Effect.Paid(from, to, goods));
    }

    private static Optional<Offer> offer(Means with) { return with.now().state().offer(with.text(0)); }
}
