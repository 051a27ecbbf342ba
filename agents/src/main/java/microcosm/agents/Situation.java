package microcosm.agents;

import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

import microcosm.speech.Setting;
import microcosm.trace.Debt;
import microcosm.trace.Offer;
import microcosm.trace.Task;
import microcosm.worlds.ActionRule;
import microcosm.worlds.Bundle;

/// What one person can see when it is their turn; typed, and nothing they could not know.
///
/// @param lastStep the last step of the clock, where it has been announced
/// @param holdings their own
/// @param debts those they owe or are owed, and public ones
/// @param offers open offers made to them or by them
/// @param people everybody they can name, in cast order
/// @param present ids of who is where they are; everybody in a world without places
/// @param channels ids of the channels they may use now, with who would hear them
/// @param actions what they may attempt now
/// @param known attributes they may know: their own role, states of institutions, public scores; subject → attribute → value
/// @param tasks those they were given, then those they gave, each oldest first
/// @param ties relations that stand and that they may know of: their own to others, others' to them, then those between others
public record Situation(String person, int step, Optional<Integer> lastStep, Optional<String> place, Bundle holdings,
        List<Debt> debts, List<Offer> offers, List<Setting.Named> people, List<String> present,
        SequencedMap<String, List<String>> channels, List<ActionRule> actions,
        SequencedMap<String, SequencedMap<String, String>> known, List<Task> tasks,
        List<Tie> ties) {
    public Situation {
        debts = List.copyOf(debts);
        offers = List.copyOf(offers);
        people = List.copyOf(people);
        present = List.copyOf(present);
        actions = List.copyOf(actions);
        tasks = List.copyOf(tasks);
    }

    /// @param subject a person, or `*` for the world
    /// @return an attribute of theirs; empty where this person does not know it
    public Optional<String> known(String subject, String attribute) {
        return Optional.ofNullable(known.get(subject)).map(attributes -> attributes.get(attribute));
    }
}
