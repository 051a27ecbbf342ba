package microcosm.trace;

import java.math.BigDecimal;
import java.util.List;

import microcosm.worlds.Bundle;

/// What changed. State changes through these and through nothing else.
public sealed interface Effect {
    /// Goods passed from hand to hand.
    record Paid(String from, String to, Bundle goods) implements Effect {}

    /// The world made goods; admitted only for goods the world says it makes.
    record Made(String by, Bundle goods) implements Effect {}

    /// Goods were used up; admitted only for goods the world says it uses.
    record Used(String by, Bundle goods) implements Effect {}

    /// An offer stands open until it is accepted, withdrawn or its time is over.
    ///
    /// @param offer its id, made from the id of the attempt's event
    /// @param until the last step on which it can be accepted
    record Offered(String offer, String from, String to, Bundle give, Bundle get, int until) implements Effect {}

    /// An offer is no longer open.
    ///
    /// @param how `accepted`, `declined`, `withdrawn` or `expired`
    record Closed(String offer, String how) implements Effect {}

    /// A debt arose or grew.
    record Owed(String debtor, String creditor, Bundle goods) implements Effect {}

    /// A debt became smaller. The goods themselves pass by a [Paid].
    record Settled(String debtor, String creditor, Bundle goods) implements Effect {}

    /// Words reached people.
    ///
    /// @param to ids in cast order; `*` alone for everybody but the speaker
    /// @param text what they heard, which a channel may have changed
    record Told(String channel, String from, List<String> to, String text) implements Effect {
        public Told {
            to = List.copyOf(to);
        }
    }

    /// Words are on their way and will be told at a later step.
    record Sent(String channel, String from, List<String> to, String text, int due) implements Effect {
        public Sent {
            to = List.copyOf(to);
        }
    }

    /// Somebody went to a place, or is under way to it.
    ///
    /// @param arrives the step on which they are there
    record Moved(String person, String to, int arrives) implements Effect {}

    /// Something is so from now on.
    ///
    /// @param fact its id: a declared fact's, or a new one's
    /// @param knownTo person ids; `*` alone for everybody
    record Established(String fact, String text, List<String> knownTo) implements Effect {
        public Established {
            knownTo = List.copyOf(knownTo);
        }
    }

    /// A named number or word about a person or about the world (`*`) has a new value: a score, a role, alive or not, a vote,
    /// a relation, the state of an institution.
    record Became(String subject, String attribute, String value) implements Effect {}

    /// Somebody gave somebody a task. The words themselves are heard by a [Told].
    record Assigned(Task task) implements Effect {}

    /// A task was handed in; it is nobody's any more.
    record HandedIn(String task) implements Effect {}

    /// An institution acted on somebody.
    record Sanctioned(String subject, String sanction, BigDecimal amount) implements Effect {}
}
