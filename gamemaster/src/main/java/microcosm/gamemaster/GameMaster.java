package microcosm.gamemaster;

import java.util.List;
import java.util.Optional;

import microcosm.agents.Inner;
import microcosm.agents.Situation;
import microcosm.speech.Reading;
import microcosm.trace.Effect;
import microcosm.trace.EventId;
import microcosm.worlds.ActionSpec;
import microcosm.worlds.Attempt;

/// Turns what people say they do into what happens, by answering six questions. It proposes; the [Laws] admit or refuse, so no
/// answer it gives can make goods from nothing or let somebody hear what no channel carried.
public interface GameMaster {
    /// Who is called next? Asked before each turn of a step or phase.
    ///
    /// @param gone how many turns of this step or phase have been played
    /// @return empty when the step or phase is over
    Optional<Call> next(Moment moment, int gone);

    /// What is each shown? Asked once for everybody called.
    Situation shown(String person, Moment moment);

    /// What does a sentence attempt? Asked for different people at the same time.
    ///
    /// @param inner where calls of a model are written, as the speaker's
    Read read(String person, ActionSpec spec, String text, Moment moment, Inner inner);

    /// How do attempts settle? Asked once for all attempts of a turn; the answer is then asked for each, in that order, with the
    /// state that the ones before it left.
    Settlement settle(List<Deed> deeds, Moment moment);

    /// How is it told? In words for the people concerned; the same words stand in the trace.
    String tell(List<Effect> effects, Moment before);

    /// Is it over? Asked at the end of each step.
    ///
    /// @return the ending's name
    Optional<String> over(Moment moment);

    /// A turn.
    ///
    /// @param people who is called, in cast order; at least one
    /// @param spec what they are asked
    record Call(List<String> people, ActionSpec spec) {
        public Call {
            people = List.copyOf(people);
        }
    }

    /// What was read.
    ///
    /// @param by `rules`, or the id of the model call's event
    record Read(String by, Reading reading) {}

    /// One attempt of one person.
    ///
    /// @param read the event in which it was read
    /// @param number of the attempt within that event, from 1
    record Deed(String actor, EventId read, int number, Attempt attempt, Reading reading) {}

    /// How the attempts of one turn settle.
    interface Settlement {
        Proposal of(Deed deed, Moment now);
    }

    /// What a game master would have happen.
    sealed interface Proposal {
        record Happens(List<Effect> effects) implements Proposal {
            public Happens {
                effects = List.copyOf(effects);
            }
        }

        /// @param why in words the actor can be told
        record Fails(String why) implements Proposal {}
    }
}
