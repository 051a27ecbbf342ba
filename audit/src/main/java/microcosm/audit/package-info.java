/// What a society did, judged from its transcript alone: what was found, and what could not have been seen; start from [Auditor].
@NullMarked
package microcosm.audit;

import org.jspecify.annotations.NullMarked;
