/// The command line: one class per command; start from Main.
@NullMarked
package microcosm.cli;

import org.jspecify.annotations.NullMarked;
