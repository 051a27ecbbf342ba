package microcosm.gamemaster;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

import microcosm.agents.Tie;
import microcosm.trace.Effect;
import microcosm.worlds.Bundle;

/// Who sees an effect with their own eyes: those whose hands it passed, those it concerns, and who is there. Words travel by
/// channels, not here.
final class Witnesses {
    private Witnesses() {}

    /// @param before the state before the effects
    /// @return person id, or `*` for everybody → the effects they see, in order
    static SequencedMap<String, List<Effect>> of(List<Effect> effects, Moment before) {
        var seen = new LinkedHashMap<String, List<Effect>>();
        for (Effect effect : effects) {
            for (String witness : new LinkedHashSet<>(of(effect, before))) {
                seen.computeIfAbsent(witness, _ -> new ArrayList<>()).add(effect);
            }
        }
        return seen;
    }

    private static List<String> of(Effect effect, Moment before) {
        return switch (effect) {
            case Effect.Paid(String from, String to, Bundle _) -> List.of(from, to);
            case Effect.Made(String by, Bundle _) -> List.of(by);
            case Effect.Used(String by, Bundle _) -> List.of(by);
            case Effect.Offered(String _, String from, String to, Bundle _, Bundle _, int _) -> List.of(from, to);
            case Effect.Closed(String offer, String _) -> before.state().offer(offer)
                    .map(o -> List.of(o.from(), o.to())).orElse(List.of());
            case Effect.Owed(String debtor, String creditor, Bundle _) -> List.of(debtor, creditor);
            case Effect.Settled(String debtor, String creditor, Bundle _) -> List.of(debtor, creditor);
            case Effect.Assigned(var task) -> List.of(task.from(), task.to());
            case Effect.HandedIn(String id) -> before.state().task(id).map(task -> List.of(task.from(), task.to()))
                    .orElse(List.of());
            case Effect.Told _,Effect.Sent _ -> List.of();
            case Effect.Moved(String person, String to, int arrives) -> movement(person, to, arrives, before);
            case Effect.Established(String _, String _, List<String> knownTo) -> knownTo;
            case Effect.Became(String subject, String attribute, String value) -> before.isPublic(attribute)
                    ? List.of(MomentScope.EVERYBODY)
                    : became(subject, attribute, value, before);
            case Effect.Sanctioned(String subject, String _, var _) -> List.of(subject);
        };
    }

    /// Whose it is; of a relation also the other, where the page lets them know of it. What was so before the first step needs no telling.
    private static List<String> became(String subject, String attribute, String value, Moment before) {
        Optional<Tie> tie = before.step() == 0
                ? Optional.empty()
                : Tie.of(subject, attribute, value, id -> before.society().person(id).isPresent());
        return tie.filter(one -> new Relations(before).isKnown(one, one.to()))
                .map(one -> List.of(subject, one.to())).orElse(List.of(subject));
    }

    /// Seen by who is left behind, and by who is there on an arrival at once.
    private static List<String> movement(String person, String to, int arrives, Moment before) {
        var witnesses = new ArrayList<String>();
        witnesses.add(person);
        witnesses.addAll(Hearing.present(person, before));
        if (arrives <= before.step()) {
            witnesses.addAll(Hearing.presentAt(to, person, before));
        }
        return witnesses;
    }
}
