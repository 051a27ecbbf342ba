/// What happened: events, their effects, the state they add up to, and the file that keeps them; start from [Event].
@NullMarked
package microcosm.trace;

import org.jspecify.annotations.NullMarked;
