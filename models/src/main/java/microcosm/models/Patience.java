package microcosm.models;

import java.time.Duration;

/// How long a failing provider is borne with.
///
/// @param attempts on one call, at least 1
/// @param first pause after the first of them, half as much more or less; each next one twice as long
/// @param longest such pause
/// @param bearable the longest time a provider may ask for and be waited for
/// @param open how long nobody is let through to a provider of whose last calls nine in ten failed
public record Patience(int attempts, Duration first, Duration longest, Duration bearable, Duration open) {
    public static final Patience USUAL = new Patience(7, Duration.ofMillis(500), Duration.ofSeconds(30),
            Duration.ofMinutes(2), Duration.ofSeconds(10));
}
