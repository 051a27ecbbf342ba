package microcosm.trace;

/// Where texts too long to stand in a line are kept.
interface LongTexts {
    /// How many UTF-16 units may stand in the line itself.
    int IN_LINE = 300;

    /// Every text stands in its line, however long.
    LongTexts NONE = new LongTexts() {
        @Override
        public boolean holds(String text) { return false; }

        @Override
        public String put(String text) { throw new IllegalStateException("no text is kept elsewhere"); }

        @Override
        public String get(String digest) {
            throw new IllegalArgumentException("a text kept elsewhere (" + digest + ") cannot stand here");
        }
    };

    /// Whether a text is kept here and its line only names it.
    default boolean holds(String text) { return text.length() > IN_LINE; }

    /// @return the digest by which the line names it
    String put(String text);

    /// @throws IllegalArgumentException if there is no such text
    String get(String digest);
}
