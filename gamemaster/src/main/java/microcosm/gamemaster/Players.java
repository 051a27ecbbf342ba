package microcosm.gamemaster;

import microcosm.agents.Agent;
import microcosm.trace.EventId;
import microcosm.worlds.Person;

/// Who plays a person: a policy, a language model, a human. Asked once for each, in cast order.
public interface Players {
    /// @param person as written or drawn, with the role that was dealt
    /// @param cast the event by which they entered
    Agent agent(Person person, EventId cast);
}
