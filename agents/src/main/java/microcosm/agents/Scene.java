package microcosm.agents;

import java.util.ArrayList;
import java.util.List;

import microcosm.prompts.Passage;
import microcosm.trace.Debt;
import microcosm.trace.Offer;
import microcosm.worlds.ActionRule;
import microcosm.worlds.Channel;
import microcosm.worlds.Place;
import microcosm.worlds.World;

/// What one person can see when it is their turn, in sentences, each with the event that made it so.
final class Scene {
    private static final int NAMED = 12;
    private static final int OFFERS = 8;

    private final World world;
    private final Situation now;
    private final Origins origins;
    private final Naming naming;

    Scene(World world, Situation now, Origins origins) {
        this.world = world;
        this.now = now;
        this.origins = origins;
        naming = new Naming(now.person(), now.people());
    }

    Passage passage() {
        var lines = new ArrayList<Passage>();
        lines.add(Passage.of("It is " + world.clock().unit() + " " + now.step()
                + now.lastStep().map(last -> " of " + last).orElse("") + ".", Passage.PAGE));
        String own = origins.place(now.person());
        now.place().ifPresent(place -> {
            lines.add(Passage.line("You are at " + placed(place) + ".", own));
            Passage with = naming.list(now.present(), NAMED, origins::place, own);
            lines.add(with.isEmpty()
                    ? Passage.of("Nobody is with you.", own)
                    : Passage.joined(List.of(Passage.of("With you: ", own), with, Passage.of(".", own)), ""));
        });
        if (!world.things().goods().isEmpty()) {
            lines.add(Passage.line("You have " + now.holdings() + ".", origins.holdings(now.person())));
        }
        lines.addAll(new Ties(now, naming, origins).lines());
        now.debts().forEach(debt -> lines.add(owed(debt)));
        now.offers().stream().limit(OFFERS).forEach(offer -> lines.add(offered(offer)));
        lines.addAll(new OnRecord(world, now, origins).lines());
        if (now.actions().size() < world.dealings().actions().size()) {
            lines.add(Passage.line("Now one can try: " + (now.actions().isEmpty()
                    ? "nothing of what stands above"
                    : Naming.joined(now.actions().stream().map(ActionRule::name).toList())) + ".", Passage.PAGE));
        }
        if (!world.dealings().channels().isEmpty()) {
            lines.add(Passage.line(open(), Passage.PAGE));
        }
        return Passage.lines(lines);
    }

    private Passage owed(Debt debt) {
        return Passage.line(naming.beginning(debt.debtor()) + (debt.debtor().equals(now.person()) ? " owe " : " owes ")
                + naming.of(debt.creditor()) + " " + debt.goods() + ".",
                origins.debt(debt.debtor(), debt.creditor()));
    }

    private Passage offered(Offer offer) {
        return Passage.line(naming.beginning(offer.from())
                + (offer.from().equals(now.person()) ? " have offered " : " offers ") + naming.of(offer.to()) + " "
                + offer.give() + " for " + offer.get() + ", until " + world.clock().unit() + " " + offer.until() + ".",
                origins.offer(offer.id()));
    }

    private String open() {
        var ways = new ArrayList<String>();
        now.channels().forEach((channel, hearers) -> {
            String reach = reach(hearers);
            if (!reach.equals("to nobody")) {
                ways.add(called(channel) + " (" + reach + ")");
            }
        });
        return ways.isEmpty()
                ? "No way to speak is open to you now."
                : "You can now speak on: " + String.join("; ", ways) + ".";
    }

    private String reach(List<String> hearers) {
        int others = hearers.contains(now.person()) ? hearers.size() - 1 : hearers.size();
        return others == now.people().size() - 1 ? "to anybody" : "to " + naming.list(hearers, NAMED);
    }

    private String placed(String id) {
        for (Place place : world.things().places()) {
            if (place.id().equals(id)) {
                return place.within();
            }
        }
        return id;
    }

    private String called(String id) {
        for (Channel channel : world.dealings().channels()) {
            if (channel.id().equals(id)) {
                return channel.name();
            }
        }
        return id;
    }
}
