/// Embedders with weights of their own, which nobody downloads unasked. Start from [SentenceEmbedder].
@NullMarked
package microcosm.embedders;

import org.jspecify.annotations.NullMarked;
