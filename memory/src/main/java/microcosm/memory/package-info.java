/// What a person lived through, searchable; start from [Memory].
@NullMarked
package microcosm.memory;

import org.jspecify.annotations.NullMarked;
