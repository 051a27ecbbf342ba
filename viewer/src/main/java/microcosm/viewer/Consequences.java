package microcosm.viewer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import microcosm.trace.Effect;
import microcosm.worlds.Bundle;

/// Says effects in words.
final class Consequences {
    private final Names names;

    Consequences(Names names) { this.names = names; }

    /// @return one sentence an effect or pair of effects; words that reached people are left out, since they are quoted
    List<String> of(List<Effect> effects) {
        var said = new ArrayList<String>();
        for (int i = 0; i < effects.size(); i++) {
            Effect effect = effects.get(i);
            if (effect instanceof Effect.Paid there && i + 1 < effects.size()
                    && effects.get(i + 1) instanceof Effect.Paid back && there.from().equals(back.to())
                    && there.to().equals(back.from())) {
                said.add(names.person(there.from()) + " gives " + names.person(there.to()) + " " + there.goods()
                        + " for "
                        + back.goods());
                i++;
            } else {
                of(effect).ifPresent(said::add);
            }
        }
        return said;
    }

    private Optional<String> of(Effect effect) {
        return switch (effect) {
            case Effect.Paid(String from, String to, Bundle goods) -> Optional.of(names.person(from) + " gives "
                    + names.person(to) + " " + goods);
            case Effect.Made(String by, Bundle goods) -> Optional.of(names.person(by) + " gains " + goods);
            case Effect.Used(String by, Bundle goods) -> Optional.of(names.person(by) + " uses " + goods);
            case Effect.Offered o ->
                Optional.of(names.person(o.from()) + " offers " + names.person(o.to()) + " " + o.give()
                        + " for " + o.get() + ", until " + names.step(o.until()));
            case Effect.Closed(String _, String how) -> how.equals("accepted")
                    ? Optional.empty()
                    : Optional.of("the offer is " + how);
            case Effect.Owed(String debtor, String creditor, Bundle goods) ->
                Optional.of(names.person(debtor) + " now owes "
                        + names.person(creditor) + " " + goods);
            case Effect.Settled(String debtor, String creditor, Bundle goods) -> Optional.of(names.person(debtor)
                    + "'s debt to " + names.person(creditor) + " is smaller by " + goods);
            case Effect.Told _ -> Optional.empty();
            case Effect.Assigned(var task) ->
                Optional.of(names.person(task.from()) + " gives " + names.person(task.to())
                        + " a task");
            case Effect.HandedIn _ -> Optional.of("the task is handed in");
            case Effect.Sent sent -> Optional.of("on its way to " + names.people(sent.to()) + ", there on "
                    + names.step(sent.due()));
            case Effect.Moved(String person, String to, int arrives) ->
                Optional.of(names.person(person) + " goes to " + to
                        + ", there on " + names.step(arrives));
            case Effect.Established(String _, String text, List<String> knownTo) -> Optional.of("from now on: "
                    + Plain.line(text) + " (known to " + names.people(knownTo) + ")");
            case Effect.Became(String _, String attribute, String value) when attribute.startsWith("vote ")
                    && value.isEmpty() ->
                Optional.empty();
            case Effect.Became(String subject, String attribute, String value) when attribute.startsWith("vote ") ->
                Optional.of(names.person(subject) + " votes for " + names.person(value) + " ("
                        + attribute.substring("vote ".length()) + ")");
            case Effect.Became(String _, String attribute, String _) when attribute.startsWith("supply ") ->
                Optional.empty();
            case Effect.Became(String subject, String attribute, String value) -> Optional.of((subject.equals("*")
                    ? ""
                    : names.person(subject) + ": ") + attribute + " is now " + Plain.line(value));
            case Effect.Sanctioned(String subject, String sanction, var amount) -> Optional.of(names.person(subject)
                    + " is sanctioned: " + sanction + (amount.signum() == 0 ? "" : " " + amount.toPlainString()));
        };
    }
}
