package microcosm.gamemaster;

import java.util.List;
import java.util.Optional;

import microcosm.trace.Seed;
import microcosm.trace.State;
import microcosm.worlds.Phase;
import microcosm.worlds.World;

/// The situation of the whole society at one point of a run; what a game master may look at.
///
/// @param standing what stands between people, by person; always that of `state`
/// @param past what has been asked and resolved so far
/// @param step from 0; 0 is before the first step
/// @param turn from 0 within the step
/// @param phase the phase of the step that is being played; empty in a world without phases and between them
/// @param everybodyKnows attributes of people that are public, each with or without another name after it
public record Moment(World world, Society society, State state, Standing standing, Past past, Seed seed, int step,
        int turn, Optional<Phase> phase, List<String> everybodyKnows) {
    public Moment {
        everybodyKnows = List.copyOf(everybodyKnows);
    }

    Moment with(State changed) {
        return new Moment(world, society, changed, standing, past, seed, step, turn, phase, everybodyKnows);
    }

    /// The same under other settings of the world.
    Moment in(World other) {
        return new Moment(other, society, state, standing, past, seed, step, turn, phase,
                Mechanisms.everybodyKnows(other));
    }

    Moment at(int step, int turn, Optional<Phase> phase) {
        return new Moment(world, society, state, standing, past, seed, step, turn, phase, everybodyKnows);
    }

    int lastStep() { return world.clock().steps(); }

    boolean isPublic(String attribute) {
        int space = attribute.indexOf(' ');
        return everybodyKnows.contains(space < 0 ? attribute : attribute.substring(0, space));
    }
}
