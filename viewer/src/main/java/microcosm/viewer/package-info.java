/// What people read: the story of a run and its report, made from a trace; start from Story.
@NullMarked
package microcosm.viewer;

import org.jspecify.annotations.NullMarked;
