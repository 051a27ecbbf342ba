package microcosm.trace;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

import microcosm.worlds.ActionSpec;
import microcosm.worlds.Assertion;
import microcosm.worlds.Attempt;
import microcosm.worlds.Bundle;

/// A thing that happened. The owner of the id is who it happened to or who did it; causes are the events it follows from.
public sealed interface Event {
    EventId id();

    List<EventId> causes();

    /// The run began. Everything its identity rests on.
    ///
    /// @param manifest name → value: engine, world digest, variation, prompts, models and their parameters, embedder
    record Began(EventId id, String world, String title, long seed, SequencedMap<String, String> manifest)
            implements
                Event {
        public Began {
            manifest = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(manifest));
        }

        @Override
        public List<EventId> causes() { return List.of(); }
    }

    /// Somebody entered the society, written, drawn or added later.
    ///
    /// @param person everything typed about them that was drawn or dealt: role, place, policy, options
    record Cast(EventId id, String name, Bundle holdings, SequencedMap<String, String> person) implements Event {
        public Cast {
            person = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(person));
        }

        @Override
        public List<EventId> causes() { return List.of(); }
    }

    /// A mechanism's reference value, computed once: `nash_profit`.
    record Benchmarked(EventId id, String name, BigDecimal value) implements Event {
        @Override
        public List<EventId> causes() { return List.of(); }
    }

    /// A language model answered, or failed to.
    ///
    /// @param call what it was asked for: `act`, `tell`, `probe`
    /// @param request digest of everything that was sent
    /// @param text the reply as received; empty where there was none
    /// @param outcome `used`, or the name of what made it unusable: `refusal`, `empty`, `truncated` …
    record Replied(EventId id, List<EventId> causes, String model, String call, String request, String text,
            String outcome) implements Event {
        public Replied {
            causes = List.copyOf(causes);
        }
    }

    /// Memories came up.
    ///
    /// @param cue what they came up for
    /// @param events what was remembered, best first
    /// @param scores one per memory, rounded to four decimals
    /// @param why one per memory: part of the score → what it adds, weighed, rounded likewise; with the world's weights and the memory's
    ///        step and importance that is the whole tree of reasons. Empty in traces of before it was kept
    record Recalled(EventId id, String cue, List<EventId> events, List<BigDecimal> scores,
            List<SequencedMap<String, BigDecimal>> why) implements Event {
        public Recalled {
            events = List.copyOf(events);
            scores = List.copyOf(scores);
            why = List.copyOf(why);
            if (scores.size() != events.size() || (!why.isEmpty() && why.size() != events.size())) {
                throw new IllegalArgumentException(events.size() + " memories have " + scores.size() + " scores and "
                        + why.size() + " reasons; each has one");
            }
        }

        @Override
        public List<EventId> causes() { return events; }
    }

    /// What a person was shown before acting, since they were last shown anything.
    ///
    /// @param causes the events they perceived, in the order they did
    /// @param heard event → other words than were said, where what reached this person differs
    record Observed(EventId id, List<EventId> causes, SequencedMap<String, String> heard) implements Event {
        private static final SequencedMap<String, String> NOTHING_HEARD = Collections
                .unmodifiableSequencedMap(new LinkedHashMap<>());

        public Observed {
            causes = List.copyOf(causes);
            heard = heard.isEmpty() ? NOTHING_HEARD : Collections.unmodifiableSequencedMap(new LinkedHashMap<>(heard));
        }
    }

    /// A person's credence in a claim changed.
    ///
    /// @param credence in [0, 1], rounded to four decimals
    record Believed(EventId id, List<EventId> causes, String claim, BigDecimal credence) implements Event {
        public Believed {
            causes = List.copyOf(causes);
        }
    }

    /// Somebody used a tool, in the middle of a turn. What it gave is known to them alone.
    ///
    /// @param tool id
    /// @param question as they put it
    /// @param answer what the tool gave; a question it could not answer is a [Refused]
    record Consulted(EventId id, List<EventId> causes, String tool, String question, String answer) implements Event {
        public Consulted {
            causes = List.copyOf(causes);
        }
    }

    /// Somebody is about to say and do something, and has an overseer who is shown it first. Nobody else hears these words.
    record Drafted(EventId id, List<EventId> causes, String text) implements Event {
        public Drafted {
            causes = List.copyOf(causes);
        }
    }

    /// An overseer has looked at what somebody was about to say and do.
    ///
    /// @param causes the [Drafted], and the reply of a model
    /// @param verdict `approved`, `amended` or `stopped`
    /// @param text what is said and done now: the draft, other words, or nothing
    /// @param why in the overseer's words, for whose draft it was; may be empty
    record Reviewed(EventId id, List<EventId> causes, String verdict, String text, String why) implements Event {
        public Reviewed {
            causes = List.copyOf(causes);
        }
    }

    /// A person did something, in their own words. Nothing but the words counts.
    record Acted(EventId id, List<EventId> causes, ActionSpec spec, String text) implements Event {
        public Acted {
            causes = List.copyOf(causes);
        }
    }

    /// What was found in somebody's words.
    ///
    /// @param by `rules`, or the model call's event
    /// @param claims what was asserted, denied or asked
    /// @param unclear what could be read in more than one way, and was therefore not attempted: the words and why
    record Read(EventId id, List<EventId> causes, String by, List<Attempt> attempts, List<Assertion> claims,
            List<String> unclear) implements Event {
        public Read {
            causes = List.copyOf(causes);
            attempts = List.copyOf(attempts);
            claims = List.copyOf(claims);
            unclear = List.copyOf(unclear);
        }
    }

    /// Something happened: an attempt succeeded, a market cleared, the world did something.
    ///
    /// @param what the action's, mechanism's or happening's name
    /// @param effects applied together
    /// @param told the outcome in words, to whom it concerns; empty where nothing needs saying
    record Resolved(EventId id, List<EventId> causes, String what, List<Effect> effects, String told) implements Event {
        public Resolved {
            causes = List.copyOf(causes);
            effects = List.copyOf(effects);
        }
    }

    /// An attempt was refused; nothing changed. Without causes: something of the world's came to nothing, such as a happening that
    /// breaks a law or a measure that has no value.
    ///
    /// @param what the action's, happening's or measure's name
    /// @param why in words, told to the actor, if there is one
    record Refused(EventId id, List<EventId> causes, String what, String why) implements Event {
        public Refused {
            causes = List.copyOf(causes);
        }
    }

    /// A measure was taken.
    record Measured(EventId id, String measure, BigDecimal value) implements Event {
        @Override
        public List<EventId> causes() { return List.of(); }
    }

    /// Somebody answered a probe. Nobody remembers it.
    record Probed(EventId id, List<EventId> causes, String probe, String answer) implements Event {
        public Probed {
            causes = List.copyOf(causes);
        }
    }

    /// A step is complete. What follows the last of these in a file was interrupted and is played again.
    record Stepped(EventId id) implements Event {
        @Override
        public List<EventId> causes() { return List.of(); }
    }

    /// The run is over.
    ///
    /// @param why `clock`, or the ending's name
    record Ended(EventId id, List<EventId> causes, String why) implements Event {
        public Ended {
            causes = List.copyOf(causes);
        }
    }
}
