package microcosm.gamemaster;

import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

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
    /// @param desk where it writes what it had to ask for this
    /// @return empty when the step or phase is over
    Optional<Call> next(Moment moment, int gone, Desk desk);

    /// What is each shown? Asked once for everybody called.
    Situation shown(String person, Moment moment);

    /// What does a sentence attempt? Asked for different people at the same time.
    ///
    /// @param inner where calls of a model are written, as the speaker's
    Read read(String person, ActionSpec spec, String text, Moment moment, Inner inner);

    /// How do attempts settle? Asked once for all attempts of a turn.
    ///
    /// @param deeds in the order in which they settle
    /// @param desk where it writes what it had to ask for this
    /// @return what is to be settled, in order; each is worked out with the state that the ones before it left
    List<Ruling> settle(List<Deed> deeds, Moment moment, Desk desk);

    /// How is it told? In words for the people concerned.
    ///
    /// @param reader id of whoever is told, who is "you" in it; empty for the trace
    String tell(List<Effect> effects, String reader, Moment before);

    /// Is it over? Asked at the end of each step.
    ///
    /// @param desk where it writes what it had to ask for this
    Optional<Over> over(Moment moment, Desk desk);

    /// Whether what it is shown must name the events that put it there.
    default boolean cites() { return true; }

    /// Where a game master writes what it asks and finds, and how it is in several places at once.
    interface Desk {
        /// Works in places at the same time; what is written joins the trace in the order of the places.
        ///
        /// @param places ids; the empty one in a world without places
        /// @return one answer for each, in that order
        <A> List<A> each(List<String> places, BiFunction<String, Inner, A> work);
    }

    /// @param ending its name
    /// @param because the events by which it was judged; none for a condition that holds
    record Over(String ending, List<EventId> because) {
        public Over {
            because = List.copyOf(because);
        }
    }

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
    /// @param text all that was said, of which the attempt is a part
    record Deed(String actor, EventId read, int number, Attempt attempt, Reading reading, String text) {
        /// @return the words it was read from
        public String words() { return text.substring(attempt.from(), Math.min(attempt.to(), text.length())); }
    }

    /// One thing to be settled.
    ///
    /// @param because the events it follows from, that in which it was read among them
    /// @param at what should come of it at a moment
    record Ruling(Deed deed, List<EventId> because, Function<Moment, Proposal> at) {
        public Ruling {
            because = List.copyOf(because);
        }
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
