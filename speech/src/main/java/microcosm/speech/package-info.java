/// Words: a sentence read into attempts, and an intent realised as a sentence; start from [Reader].
@NullMarked
package microcosm.speech;

import org.jspecify.annotations.NullMarked;
