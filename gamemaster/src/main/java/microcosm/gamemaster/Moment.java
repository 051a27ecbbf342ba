package microcosm.gamemaster;

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
public record Moment(World world, Society society, State state, Standing standing, Past past, Seed seed, int step,
        int turn, Optional<Phase> phase) {
    Moment with(State changed) { return new Moment(world, society, changed, standing, past, seed, step, turn, phase); }

    int lastStep() { return world.clock().steps(); }
}
