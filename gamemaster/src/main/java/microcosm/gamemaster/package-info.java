/// The loop of a run, and the game master who turns what is said into what happens; start from Simulation.
@NullMarked
package microcosm.gamemaster;

import org.jspecify.annotations.NullMarked;
