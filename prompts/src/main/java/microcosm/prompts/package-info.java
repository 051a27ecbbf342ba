/// Prompts: templates, and rendered text that remembers where each part came from; start from [Prompt].
@NullMarked
package microcosm.prompts;

import org.jspecify.annotations.NullMarked;
