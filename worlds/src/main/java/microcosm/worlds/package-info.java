/// The world format: what an author writes, read strictly; start from [World].
@NullMarked
package microcosm.worlds;

import org.jspecify.annotations.NullMarked;
