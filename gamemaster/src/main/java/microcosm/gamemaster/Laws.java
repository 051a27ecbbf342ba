package microcosm.gamemaster;

import java.util.List;
import java.util.Optional;

import microcosm.trace.Effect;
import microcosm.trace.Offer;
import microcosm.trace.State;
import microcosm.worlds.Bundle;
import microcosm.worlds.Channel;
import microcosm.worlds.Good;

/// What cannot be, whoever proposes it: goods from nothing, goods of others, two places at once, words that no channel carries. The
/// effects of one attempt are admitted together or not at all.
final class Laws {
    private Laws() {}

    /// Why effects cannot come about together, in words for the actor; empty where they can.
    ///
    /// @param actor whose doing it is; empty for the world's own
    static Optional<String> violation(List<Effect> effects, Optional<String> actor, Moment moment) {
        Moment now = moment;
        for (int i = 0; i < effects.size(); i++) {
            Effect effect = effects.get(i);
            State state = now.state();
            Optional<String> broken = violation(effect, effects, actor, now).or(() -> state.violation(effect));
            if (broken.isPresent()) {
                return broken;
            }
            if (i + 1 < effects.size()) {
                now = now.with(state.after(effect));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> violation(Effect effect, List<Effect> together, Optional<String> actor,
            Moment now) {
        return switch (effect) {
            case Effect.Paid(String from, String to, Bundle goods) -> unknown(to, now)
                    .or(() -> positive(goods))
                    .or(() -> when(from.equals(to), "Nobody can pay themselves."))
                    .or(() -> when(actor.isPresent() && !actor.get().equals(from)
                            && !agreed(from, goods, together, now),
                            now.society().name(from) + " has not agreed to give " + goods + "."))
                    .or(() -> lacking(from, goods, actor, now));
            case Effect.Used(String by, Bundle goods) -> positive(goods)
                    .or(() -> forbidden(goods, now, false))
                    .or(() -> lacking(by, goods, actor, now));
            case Effect.Made(String _, Bundle goods) -> positive(goods).or(() -> forbidden(goods, now, true));
            case Effect.Offered(String _, String from, String to, Bundle give, Bundle get, int _) -> unknown(to, now)
                    .or(() -> when(from.equals(to), "An offer must be made to somebody else."))
                    .or(() -> when(give.isEmpty() && get.isEmpty(), "An offer of nothing for nothing is no offer."))
                    .or(() -> when(!give.isNonNegative() || !get.isNonNegative(),
                            "An offer cannot have a negative amount."));
            case Effect.Owed(String debtor, String creditor, Bundle goods) -> unknown(creditor, now)
                    .or(() -> positive(goods))
                    .or(() -> when(debtor.equals(creditor), "Nobody can owe themselves."));
            case Effect.Settled(String debtor, String creditor, Bundle goods) -> positive(goods)
                    .or(() -> notOwed(debtor, creditor, goods, actor, now));
            case Effect.Told(String _, String from, List<String> to, String _) when from.isEmpty()
                    && actor.isPresent() ->
                unseen(actor.get(), to, now);
            case Effect.Told(String channel, String from, List<String> _, String _) ->
                unheard(channel, from, actor, now);
            case Effect.Sent(String channel, String from, List<String> _, String _, int due) -> unheard(channel, from,
                    actor, now).or(() -> when(due <= now.step(), "Words cannot arrive before they are sent."));
            case Effect.Moved(String person, String to, int _) -> Movement.violation(person, to, actor, now);
            case Effect.Became(String subject, String attribute, String _) -> when(
                    actor.filter(subject::equals).isPresent()
                            && attribute.startsWith("supply ") && Sanctions.isSuspended(subject, now),
                    Refusals.SUSPENDED);
            case Effect.Assigned(var task) -> unknown(task.to(), now).or(() -> unknown(task.from(), now))
                    .or(() -> when(task.from().equals(task.to()), "A task must be given to somebody else."))
                    .or(() -> when(task.text().isBlank(), "A task needs words."))
                    .or(() -> when(actor.isPresent() && !actor.get().equals(task.from()),
                            "Nobody can give a task for somebody else."));
            case Effect.HandedIn(String id) -> when(actor.isPresent() && now.state().task(id)
                    .filter(task -> !task.to().equals(actor.get())).isPresent(), "That task is somebody else's.");
            case Effect.Closed _,Effect.Established _,Effect.Sanctioned _ -> Optional.empty();
        };
    }

    private static Optional<String> when(boolean broken, String why) {
        return broken ? Optional.of(why) : Optional.empty();
    }

    private static Optional<String> unknown(String person, Moment now) {
        return when(now.society().person(person).isEmpty(), "Nobody here is called \"" + person + "\".");
    }

    private static Optional<String> positive(Bundle goods) {
        return when(goods.isEmpty() || !goods.isNonNegative(), "There must be more than nothing to give.");
    }

    /// Whether `from` made an open offer that is accepted together with this and gives these goods.
    private static boolean agreed(String from, Bundle goods, List<Effect> together, Moment now) {
        return together.stream().anyMatch(effect -> effect instanceof Effect.Closed(String id, String how)
                && how.equals("accepted")
                && now.state().offer(id).filter(offer -> offer.from().equals(from) && offer.give().equals(goods))
                        .isPresent());
    }

    private static Optional<String> lacking(String who, Bundle goods, Optional<String> actor, Moment now) {
        Bundle held = now.state().holdings(who);
        if (held.covers(goods)) {
            return Optional.empty();
        }
        return Optional.of(
                actor.filter(who::equals).isPresent()
                        ? Refusals.holds(held, goods)
                        : now.society().name(who) + " does not have " + goods + " any more.");
    }

    private static Optional<String> forbidden(Bundle goods, Moment now, boolean made) {
        for (String id : goods.amounts().keySet()) {
            Optional<Good> good = now.world().things().goods().stream().filter(g -> g.id().equals(id)).findFirst();
            if (good.isEmpty()) {
                return Optional.of("There is no \"" + id + "\" in this world.");
            }
            if (made ? !good.get().made() : !good.get().used()) {
                return Optional.of(made
                        ? "Nobody can make " + id + " here."
                        : "Nobody can use up " + id + " here.");
            }
        }
        return Optional.empty();
    }

    private static Optional<String> notOwed(String debtor, String creditor, Bundle goods, Optional<String> actor,
            Moment now) {
        Bundle owed = now.state().owed(debtor, creditor);
        String who = actor.filter(debtor::equals).isPresent() ? "You owe " : now.society().name(debtor) + " owes ";
        return when(!owed.covers(goods), who + now.society().name(creditor) + " " + owed + ", not " + goods + ".");
    }

    /// Words of people need a channel that they may use now; an action that carries words itself counts as one.
    private static Optional<String> unheard(String channel, String from, Optional<String> actor, Moment now) {
        if (from.isEmpty() && actor.isEmpty()) {
            return Optional.empty();
        }
        boolean ownWords = actor.filter(from::equals).isPresent();
        boolean carried = now.world().dealings().channels().stream().map(Channel::id).noneMatch(channel::equals)
                ? now.world().dealings().actions().stream().anyMatch(rule -> rule.name().equals(channel))
                : Hearing.open(channel, from, now).isPresent();
        return when(!ownWords, "Nobody can speak for somebody else.")
                .or(() -> when(!carried, Refusals.closed(channel, now)));
    }

    /// What is told of somebody's doing reaches them, and whoever is where they are.
    private static Optional<String> unseen(String actor, List<String> to, Moment now) {
        List<String> present = Hearing.present(actor, now);
        return when(!present.contains(MomentScope.EVERYBODY)
                && to.stream().anyMatch(one -> !one.equals(actor) && !present.contains(one)),
                "Nobody can see what happens where they are not.");
    }

    /// @return why an offer cannot be accepted by `actor`
    static Optional<String> unacceptable(Offer offer, String actor, Moment now) {
        return when(!offer.to().equals(actor),
                "That offer was made to " + now.society().name(offer.to()) + ", not to you.")
                .or(() -> when(offer.until() < now.step(), "That offer is no longer open."));
    }
}
