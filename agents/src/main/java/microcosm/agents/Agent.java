package microcosm.agents;

import java.util.List;
import java.util.Optional;

import microcosm.speech.Realiser;
import microcosm.speech.Setting;
import microcosm.trace.EventId;
import microcosm.worlds.ActionSpec;
import microcosm.worlds.Person;
import microcosm.worlds.Probe;
import microcosm.worlds.World;

/// Somebody in the society: a policy, a language model or a human. Knows only what it has been shown. Called by one thread at a time;
/// different agents are called at the same time.
public interface Agent {
    /// @return the person's id
    String name();

    /// The run is about to begin: they bring what they have behind them.
    ///
    /// @param people everybody who can be named, in cast order
    /// @param inner where the reply of a model is written
    default void begin(List<Setting.Named> people, Inner inner) {
        // what the author wrote of somebody needs no telling
    }

    /// Takes in what was perceived, before acting or at the end of a turn.
    ///
    /// @param inner where what goes on inside is written: what was recalled, what is now believed
    void observe(Perception perception, Inner inner);

    /// Answers in words.
    ///
    /// @param inner as above
    /// @return what the person says they do; empty for nothing
    String act(ActionSpec spec, Situation situation, Inner inner);

    /// What was said, once it is an event. Other words than [#act] gave where a fork puts other words into somebody's mouth.
    ///
    /// @param event the event of these words
    default void acted(EventId event, String text) {
        // who decides on typed keys need not remember their own words
    }

    /// Looks at what somebody who answers to this person is about to say and do. By default it passes.
    ///
    /// @param inner where the reply of a model is written
    default Review review(Review.Draft draft, Situation situation, Inner inner) { return Review.approved(draft); }

    /// Answers a probe on the side. Changes nothing, is never remembered.
    ///
    /// @param inner where the reply of a model is written
    String answer(Probe probe, Situation situation, Inner inner);

    /// Whether what they are shown must name the events that put it there ([Inner#origins]). It costs something to keep, and who
    /// decides on typed keys does without.
    default boolean cites() { return true; }

    /// Answers somebody from outside the world, in words. Changes nothing, is never remembered.
    ///
    /// @return empty for whoever has no words of their own
    default Optional<String> interview(String question, Situation situation, Inner inner) { return Optional.empty(); }

    /// From now on the person follows another policy, which begins anew with what the person was written with. Whoever is played by a model goes on as they are.
    ///
    /// @throws microcosm.worlds.WorldException if the policy cannot be followed in this world
    default void follow(Person.PolicyCall policy) {
        // a model follows none
    }

    /// From now on the world is played under other settings, as in a fork. Who the person is and what they have lived through stay; by
    /// default nothing changes.
    ///
    /// @param world the same people, goods and claims; other channels, actions or clock
    default void live(World world, Realiser realiser) {
        // what somebody is shown and may do comes with each situation
    }
}
