package microcosm.models;

/// The names of what makes a reply unusable, as they stand in traces.
final class Unusable {
    static final String REFUSAL = "refusal";
    static final String EMPTY = "empty";
    static final String REASONING_ONLY = "reasoning-only";
    static final String TRUNCATED = "truncated";
    static final String TOO_LONG = "too-long";
    static final String FILTERED = "filtered";
    static final String REPETITIVE = "repetitive";
    static final String TOOL_CALL = "tool-call";
    static final String WRONG_LANGUAGE = "wrong-language";
    static final String UNPARSABLE = "unparsable";

    private Unusable() {}
}
