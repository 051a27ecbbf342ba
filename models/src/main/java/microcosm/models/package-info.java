/// Language models behind one seam; start from [LanguageModel].
@NullMarked
package microcosm.models;

import org.jspecify.annotations.NullMarked;
