package microcosm.models;

/// Turns a text into a point, so that texts alike in meaning lie in one direction. Safe for use by several threads.
public interface Embedder {
    /// @return how the manifest names it, with its version: two embedders of one name give the same vectors
    String name();

    /// @return length of every vector, at least 1
    int dimensions();

    /// Whether a text gives the same vector to the bit on every machine and for ever. Vectors of other embedders are inputs: they are
    /// bought once and kept with the run.
    boolean exact();

    /// One text at a time: in-process models scale a batch together, so that company would change a vector.
    ///
    /// @return of length [#dimensions], not necessarily of unit length; all zero for a text without words
    /// @throws ModelException if a provider failed
    float[] vector(String text);
}
