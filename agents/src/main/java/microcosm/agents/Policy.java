package microcosm.agents;

import java.math.BigDecimal;

import microcosm.speech.Intent;
import microcosm.worlds.ActionSpec;
import microcosm.worlds.World;

/// Documented behaviour that decides on typed keys, never on keywords of prose. Holds whatever it has learnt; one per person.
public interface Policy {
    void observe(Perception perception, Inner inner);

    /// What the person makes up their mind to do and say.
    ///
    /// @param spec an [ActionSpec.Attempting], or an [ActionSpec.Speak] where only words count
    Intent decide(ActionSpec spec, Situation situation, Inner inner);

    /// How the person finally puts what was decided, before anybody reads or hears it.
    ///
    /// @param text what the realiser made of the intent
    default String worded(String text, Situation situation, Inner inner) { return text; }

    /// @return one of the options, word for word; by default any, with equal chances
    default String choice(ActionSpec.Choose spec, Situation situation, Inner inner) {
        return spec.options().get(inner.chance("choice").nextInt(spec.options().size()));
    }

    /// @return a number within the bounds asked for; by default the least
    default BigDecimal amount(ActionSpec.Quantity spec, Situation situation, Inner inner) { return spec.least(); }

    /// Looks at what somebody who answers to this person is about to say and do; see [Agent#review]. By default it passes.
    default Review review(Review.Draft draft) { return Review.approved(draft); }

    /// From now on the world is played under other settings; see [Agent#live].
    default void live(World world) {
        // what may be done comes with each situation
    }

    /// @return the credence it gives a claim, in [0, 1]
    double credence(String claim);
}
