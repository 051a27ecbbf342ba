package microcosm.embedders;

import java.util.ArrayList;
import java.util.List;

import microcosm.models.Embedder;
import microcosm.models.Embedders;

/// The sentence model all-MiniLM-L6-v2, quantised, in this process: no key, no network. Knows meaning, in English: `grinding` is near
/// `mill`.
///
/// The model as shipped drops, without a word, what comes after the 126th piece of a text (a piece is a word or part of one). So a text of
/// more than 250 characters is cut between words into parts of at most that many, and its vector is the mean of theirs, each weighed by its
/// length.
///
/// Weights and native libraries are loaded with the first vector, in about a second. The tokenizer unpacks its native library into
/// `~/.djl.ai`, or where `DJL_CACHE_DIR` says.
///
/// Sources: Reimers and Gurevych 2019, "Sentence-BERT" (arXiv 1908.10084); Wang et al. 2020, "MiniLM" (arXiv 2002.10957).
public final class SentenceEmbedder implements Embedder {
    private static final int DIMENSIONS = 384;
    private static final int LONGEST = 250;

    @Override
    public String name() { return Embedders.SENTENCES; }

    @Override
    public int dimensions() { return DIMENSIONS; }

    /// Sums of floats come out differently on different processors.
    @Override
    public boolean exact() { return false; }

    @Override
    public float[] vector(String text) {
        List<String> parts = parts(text.strip());
        if (parts.size() == 1) {
            return Loaded.MODEL.embed(parts.getFirst()).content().vector();
        }
        float[] sum = new float[DIMENSIONS];
        for (String part : parts) {
            float[] vector = Loaded.MODEL.embed(part).content().vector();
            for (int i = 0; i < DIMENSIONS; i++) {
                sum[i] += vector[i] * part.length();
            }
        }
        return sum;
    }

    /// @return in order, none longer than [#LONGEST]; none of nothing
    static List<String> parts(String text) {
        var parts = new ArrayList<String>();
        String rest = text;
        while (rest.length() > LONGEST) {
            int cut = rest.lastIndexOf(' ', LONGEST);
            if (cut <= 0) {
                cut = Character.isHighSurrogate(rest.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
            }
            parts.add(rest.substring(0, cut));
            rest = rest.substring(cut).strip();
        }
        if (!rest.isEmpty()) {
            parts.add(rest);
        }
        return parts;
    }

    /// Loaded when first asked.
    private static final class Loaded {
        private static final MiniLm MODEL = new MiniLm();
    }
}
