package microcosm.models;

/// Tokens, as the provider counted them; zero where it did not say.
///
/// @param in of the prompt
/// @param out of the reply, reasoning included
public record Usage(long in, long out) {
    public static final Usage UNKNOWN = new Usage(0, 0);

    Usage plus(Usage other) { return new Usage(in + other.in, out + other.out); }
}
