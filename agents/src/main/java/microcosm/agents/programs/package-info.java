/// Programs that people hand in as their move in a game, and read of each other: an expression that says what to play. Nothing of the machine or of the world can be
/// reached from one; start from [Programs].
@NullMarked
package microcosm.agents.programs;

import org.jspecify.annotations.NullMarked;
