package microcosm.gamemaster;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import microcosm.agents.Tie;
import microcosm.trace.Effect;
import microcosm.worlds.Bundle;

/// Effects in plain words, by names; to whoever is told of them, they themselves are "you". Words that a channel carries are not told again.
///
/// @param reader id of whoever is told; empty for the trace, which has names only
/// @param before the state before the effects
record Telling(String reader, Moment before) {
    /// @return a sentence for each effect that needs one, each once; empty for none. What an accepted offer brings is said by its terms
    static String of(List<Effect> effects, Moment before) { return new Telling("", before).told(effects); }

    /// @param reader id of whoever is told
    static String of(List<Effect> effects, String reader, Moment before) {
        return new Telling(reader, before).told(effects);
    }

    private String told(List<Effect> effects) {
        if (effects.size() == 1) {
            return told(effects.getFirst());
        }
        boolean accepted = false;
        for (Effect effect : effects) {
            accepted |= effect instanceof Effect.Closed(String _, String how) && how.equals("accepted");
        }
        var sentences = new LinkedHashSet<String>();
        for (Effect effect : effects) {
            String words = accepted && effect instanceof Effect.Paid ? "" : told(effect);
            if (!words.isEmpty()) {
                sentences.add(words);
            }
        }
        return String.join(" ", sentences);
    }

    private String told(Effect effect) {
        return switch (effect) {
            case Effect.Paid(String from, String to, Bundle goods) -> does(from, "give", "gives") + whom(to) + " "
                    + goods + ".";
            case Effect.Made(String by, Bundle goods) -> does(by, "get", "gets") + goods + ".";
            case Effect.Used(String by, Bundle goods) -> does(by, "use up", "uses up") + goods + ".";
            case Effect.Offered(String _, String from, String to, Bundle give, Bundle get, int until) ->
                does(from, "offer", "offers") + whom(to) + " " + give + " for " + get
                        + (until > before.step() ? ", open until " + before.world().clock().unit() + " " + until : "")
                        + ".";
            case Effect.Closed(String offer, String how) -> closed(offer, how);
            case Effect.Owed(String debtor, String creditor, Bundle goods) -> does(debtor, "owe", "owes")
                    + whom(creditor) + " " + goods + ".";
            case Effect.Settled(String debtor, String creditor, Bundle goods) -> does(debtor, "now owe", "now owes")
                    + whom(creditor) + " " + before.state().owed(debtor, creditor).minus(goods) + ".";
            case Effect.Told(String _, String from, List<String> _, String text) -> from.isEmpty() ? text : "";
            case Effect.Sent _ -> "";
            case Effect.Assigned(var task) -> does(task.from(), "give", "gives") + whom(task.to()) + " a task.";
            case Effect.HandedIn(String id) -> before.state().task(id)
                    .map(task -> does(task.to(), "hand in", "hands in") + "what " + whom(task.from()) + " asked for.")
                    .orElse("");
            case Effect.Moved(String person, String to, int arrives) -> (arrives > before.step()
                    ? does(person, "set out for", "sets out for")
                    : does(person, "go to", "goes to")) + place(to) + ".";
            case Effect.Established(String _, String text, List<String> _) -> text;
            case Effect.Became(String subject, String attribute, String value) -> became(subject, attribute, value);
            case Effect.Sanctioned(String subject, String sanction, var amount) ->
                (subject.equals(reader) ? "Against you" : who(subject)) + ": " + sanction + " of "
                        + amount.toPlainString() + ".";
        };
    }

    private String closed(String id, String how) {
        return before.state().offer(id).map(offer -> {
            String goods = "offer of " + offer.give() + " for " + offer.get();
            if (how.equals("accepted")) {
                return does(offer.to(), "accept", "accepts") + whose(offer.from()) + " " + goods + ".";
            }
            String whose = whose(offer.from());
            return whose.substring(0, 1).toUpperCase(Locale.ROOT) + whose.substring(1) + " " + goods + " to "
                    + whom(offer.to()) + (how.equals("expired") ? " lapses." : " is " + how + ".");
        }).orElse("");
    }

    private String became(String subject, String attribute, String value) {
        if (attribute.startsWith("supply ") || attribute.startsWith("choice ") || attribute.startsWith("vote ")) {
            return "";
        }
        Optional<Tie> tie = Tie.of(subject, attribute, value, id -> before.society().person(id).isPresent());
        if (tie.isPresent()) {
            return tie.get().sentence(who(subject), subject.equals(reader), whom(tie.get().to())) + ".";
        }
        if (attribute.equals("alive") && value.equals("no")) {
            return does(subject, "are", "is") + "gone.";
        }
        return (subject.equals(MomentScope.EVERYBODY) ? "" : who(subject) + ": ") + attribute
                + (value.equals("yes") ? "" : " is " + value) + ".";
    }

    /// @return who does it and the verb, with a space behind: `You give `, `Mira Oduya gives `
    private String does(String who, String you, String they) {
        return who(who) + " " + (who.equals(reader) ? you : they) + " ";
    }

    private String who(String id) { return id.equals(reader) ? "You" : before.society().name(id); }

    private String whom(String id) { return id.equals(reader) ? "you" : before.society().name(id); }

    private String whose(String id) { return id.equals(reader) ? "your" : before.society().name(id) + "'s"; }

    private String place(String id) {
        return before.world().things().places().stream().filter(place -> place.id().equals(id)).findFirst()
                .map(place -> place.within()).orElse(id);
    }
}
