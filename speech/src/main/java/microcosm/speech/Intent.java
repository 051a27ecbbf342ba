package microcosm.speech;

import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

import microcosm.worlds.Assertion;

/// What somebody has made up their mind to do and say in one turn, before it is words.
///
/// @param deeds in the order they are to be done
/// @param addressee whom the words are for; empty for everybody within hearing
/// @param channel the channel to be used; empty where the world has only one way or none is needed
public record Intent(List<Deed> deeds, Optional<String> addressee, Optional<String> channel) {
    public Intent {
        deeds = List.copyOf(deeds);
    }

    public sealed interface Deed {
        /// An attempt at an action of the world; arguments as in [microcosm.worlds.Attempt].
        record Act(String action, SequencedMap<String, String> arguments) implements Deed {}

        /// A claim to be passed on.
        ///
        /// @param credence how sure the speaker makes themselves sound, in [0, 1]
        /// @param from the person it was heard from, where the speaker says so
        record Say(String claim, Assertion.Stance stance, double credence, Optional<String> from) implements Deed {}

        /// Words without a claim: a greeting, thanks, a complaint.
        ///
        /// @param topic `greeting`, `thanks`, `refusal`, `reminder` …
        record Chat(String topic, SequencedMap<String, String> about) implements Deed {}
    }
}
