package microcosm.gamemaster;

import java.util.List;
import java.util.stream.Collectors;

import microcosm.trace.Effect;
import microcosm.worlds.Bundle;

/// Effects in plain words, by names. Words that a channel carries are not told again.
final class Telling {
    private Telling() {}

    /// @return a sentence for each effect that needs one, each once; empty for none. What an accepted offer brings is said by its terms
    static String of(List<Effect> effects, Moment before) {
        boolean accepted = effects.stream().anyMatch(effect -> effect instanceof Effect.Closed(String _, String how)
                && how.equals("accepted"));
        return effects.stream().filter(effect -> !(accepted && effect instanceof Effect.Paid))
                .map(effect -> of(effect, before)).filter(words -> !words.isEmpty()).distinct()
                .collect(Collectors.joining(" "));
    }

    private static String of(Effect effect, Moment before) {
        var society = before.society();
        return switch (effect) {
            case Effect.Paid(String from, String to, Bundle goods) -> society.name(from) + " gives " + society.name(to)
                    + " " + goods + ".";
            case Effect.Made(String by, Bundle goods) -> society.name(by) + " gets " + goods + ".";
            case Effect.Used(String by, Bundle goods) -> society.name(by) + " uses up " + goods + ".";
            case Effect.Offered(String _, String from, String to, Bundle give, Bundle get, int until) -> society
                    .name(from) + " offers " + society.name(to) + " " + give + " for " + get
                    + (until > before.step() ? ", open until " + before.world().clock().unit() + " " + until : "")
                    + ".";
            case Effect.Closed(String offer, String how) -> closed(offer, how, before);
            case Effect.Owed(String debtor, String creditor, Bundle goods) -> society.name(debtor) + " owes "
                    + society.name(creditor) + " " + goods + ".";
            case Effect.Settled(String debtor, String creditor, Bundle goods) ->
                settled(debtor, creditor, goods, before);
            case Effect.Told(String _, String from, List<String> _, String text) -> from.isEmpty() ? text : "";
            case Effect.Sent _ -> "";
            case Effect.Assigned(var task) -> society.name(task.from()) + " gives " + society.name(task.to())
                    + " a task.";
            case Effect.HandedIn(String id) -> before.state().task(id)
                    .map(task -> society.name(task.to()) + " hands in what " + society.name(task.from())
                            + " asked for.")
                    .orElse("");
            case Effect.Moved(String person, String to, int arrives) -> society.name(person)
                    + (arrives > before.step() ? " sets out for " : " goes to ") + place(to, before) + ".";
            case Effect.Established(String _, String text, List<String> _) -> text;
            case Effect.Became(String subject, String attribute, String value) -> became(subject, attribute, value,
                    before);
            case Effect.Sanctioned(String subject, String sanction, var amount) -> society.name(subject) + ": "
                    + sanction + " of " + amount.toPlainString() + ".";
        };
    }

    private static String closed(String id, String how, Moment before) {
        return before.state().offer(id).map(offer -> {
            String terms = before.society().name(offer.from()) + "'s offer of " + offer.give() + " for " + offer.get();
            return how.equals("accepted")
                    ? before.society().name(offer.to()) + " accepts " + terms + "."
                    : terms + " to " + before.society().name(offer.to()) + " is " + how + ".";
        }).orElse("");
    }

    private static String settled(String debtor, String creditor, Bundle goods, Moment before) {
        Bundle left = before.state().owed(debtor, creditor).minus(goods);
        return before.society().name(debtor) + " now owes " + before.society().name(creditor) + " " + left + ".";
    }

    private static String place(String id, Moment before) {
        return before.world().things().places().stream().filter(place -> place.id().equals(id)).findFirst()
                .map(place -> place.name()).orElse(id);
    }

    private static String became(String subject, String attribute, String value, Moment before) {
        if (attribute.startsWith("supply ") || attribute.startsWith("choice ") || attribute.startsWith("vote ")) {
            return "";
        }
        if (attribute.equals("alive") && value.equals("no")) {
            return before.society().name(subject) + " is gone.";
        }
        String whose = subject.equals(MomentScope.EVERYBODY) ? "" : before.society().name(subject) + ": ";
        return whose + attribute + " is " + value + ".";
    }
}
