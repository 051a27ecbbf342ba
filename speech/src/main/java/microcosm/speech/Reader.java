package microcosm.speech;

/// Reads words into attempts. By rules; a sentence that could be read in two ways is reported, never guessed. Safe for use by
/// several threads.
public interface Reader {
    /// @param text what was said, as it was said; untrusted and of any length
    Reading read(String text, Setting setting);
}
