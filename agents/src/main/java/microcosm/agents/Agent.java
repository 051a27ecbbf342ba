package microcosm.agents;

import microcosm.speech.Realiser;
import microcosm.worlds.ActionSpec;
import microcosm.worlds.World;

/// Somebody in the society: a policy, a language model or a human. Knows only what it has been shown. Called by one thread at a time;
/// different agents are called at the same time.
public interface Agent {
    /// @return the person's id
    String name();

    /// Takes in what was perceived, before acting or at the end of a turn.
    ///
    /// @param inner where what goes on inside is written: what was recalled, what is now believed
    void observe(Perception perception, Inner inner);

    /// Answers in words.
    ///
    /// @param inner as above
    /// @return what the person says they do; empty for nothing
    String act(ActionSpec spec, Situation situation, Inner inner);

    /// Answers a probe on the side. Changes nothing, is never remembered.
    String answer(microcosm.worlds.Probe probe, Situation situation);

    /// From now on the world is played under other settings, as in a fork. Who the person is and what they have lived through stay; by
    /// default nothing changes.
    ///
    /// @param world the same people, goods and claims; other channels, actions or clock
    default void live(World world, Realiser realiser) {
        // what somebody is shown and may do comes with each situation
    }
}
