package microcosm.models;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;

/// The most a run may spend on models, all its continuations together.
///
/// @param calls attempts on providers, failed ones included
/// @param tokens in and out together
/// @param usd dollars
public record Budget(OptionalLong calls, OptionalLong tokens, Optional<BigDecimal> usd) {
    public static final Budget NONE = new Budget(OptionalLong.empty(), OptionalLong.empty(), Optional.empty());

    public Budget {
        if (calls.orElse(0) < 0 || tokens.orElse(0) < 0 || usd.orElse(BigDecimal.ZERO).signum() < 0) {
            throw new IllegalArgumentException("a budget must not be negative");
        }
    }

    public Budget withCalls(long most) { return new Budget(OptionalLong.of(most), tokens, usd); }

    public Budget withTokens(long most) { return new Budget(calls, OptionalLong.of(most), usd); }

    public Budget withUsd(BigDecimal most) { return new Budget(calls, tokens, Optional.of(most)); }
}
