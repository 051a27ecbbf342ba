/// Test support shared by all rooms: generated cases and golden files; start from [Seeds].
@NullMarked
package microcosm.testing;

import org.jspecify.annotations.NullMarked;
