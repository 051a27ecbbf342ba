/// Games as arithmetic on numbers: what players earn, where they would end up, and rules that learn what pays. Mechanisms settle with it and
/// policies decide with it, in words or without; start from [Game] and [Strategy].
@NullMarked
package microcosm.agents.games;

import org.jspecify.annotations.NullMarked;
