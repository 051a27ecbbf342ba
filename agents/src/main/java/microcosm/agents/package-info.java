/// People: what they see, what they make of it, and what they say; start from [Agent].
@NullMarked
package microcosm.agents;

import org.jspecify.annotations.NullMarked;
