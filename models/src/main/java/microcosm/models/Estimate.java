package microcosm.models;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a run would use before it is played: calls times tokens times price. Failed attempts and repairs come on top; a run
/// that ends early, or whose replies are in a cache or a journal, takes less.
///
/// @param again how many calls may have to be put a second time, for people of whom nothing a model wrote can stand
/// @param typical tokens, if replies are as long as was assumed
/// @param most tokens, if every reply is as long as it may be
/// @param typicalUsd dollars for them; empty where a price is unknown
/// @param mostUsd likewise
/// @param unpriced the models whose price nobody knows, in the order given
/// @param asOf the oldest date of the prices used; empty where none was
public record Estimate(long calls, long again, Usage typical, Usage most, Optional<BigDecimal> typicalUsd,
        Optional<BigDecimal> mostUsd, List<ModelName> unpriced, String asOf) {
    /// What one model would be asked.
    ///
    /// @param calls how often
    /// @param again how many of these may have to be put a second time, which nobody knows before
    /// @param promptTokens of one prompt
    /// @param replyTokens of one reply, as it usually is; its limit is the model's own
    public record Part(ModelSpec model, long calls, long again, long promptTokens, long replyTokens) {
        public Part {
            if (calls < 0 || again < 0 || promptTokens < 0 || replyTokens < 0) {
                throw new IllegalArgumentException(
                        "calls " + calls + ", asked again " + again + ", prompt tokens " + promptTokens
                                + " and reply tokens " + replyTokens + " must not be negative");
            }
        }

        private static Usage usage(long calls, long prompt, long reply) {
            return new Usage(calls * prompt, calls * reply);
        }

        private Usage typical() { return usage(calls, promptTokens, Math.min(replyTokens, limit())); }

        private Usage most() { return usage(calls + again, promptTokens, limit()); }

        private long limit() { return model.parameters().maxTokens().orElseThrow(); }
    }

    public Estimate {
        unpriced = List.copyOf(unpriced);
    }

    /// @param parts models that are asked over no network cost nothing and are left out
    public static Estimate of(List<Part> parts, Prices prices) {
        long calls = 0;
        long again = 0;
        var typical = Usage.UNKNOWN;
        var most = Usage.UNKNOWN;
        var typicalUsd = BigDecimal.ZERO;
        var mostUsd = BigDecimal.ZERO;
        var unpriced = new ArrayList<ModelName>();
        var asOf = "";
        for (var part : parts.stream().filter(one -> one.model().name().provider().live() && one.calls() > 0)
                .toList()) {
            calls += part.calls();
            again += part.again();
            typical = typical.plus(part.typical());
            most = most.plus(part.most());
            var price = prices.of(part.model().name());
            if (price.isEmpty()) {
                if (!unpriced.contains(part.model().name())) {
                    unpriced.add(part.model().name());
                }
                continue;
            }
            typicalUsd = typicalUsd.add(price.get().of(part.typical()));
            mostUsd = mostUsd.add(price.get().of(part.most()));
            asOf = asOf.isEmpty() || price.get().asOf().compareTo(asOf) < 0 ? price.get().asOf() : asOf;
        }
        boolean known = unpriced.isEmpty();
        return new Estimate(calls, again, typical, most, known ? Optional.of(typicalUsd) : Optional.empty(),
                known ? Optional.of(mostUsd) : Optional.empty(), unpriced, asOf);
    }

    /// @return roughly how many tokens an English text of so many characters has; providers count differently
    public static long tokens(long characters) { return characters / 4 + 1; }

    /// @return for a person about to pay: `480 calls, about 310,000 tokens in and 96,000 out: $1.39 …`
    @Override
    public String toString() {
        if (calls == 0) {
            return "no calls, nothing to pay";
        }
        var asked = String.format(Locale.ROOT, "%s%,d calls, about %,d tokens in and %,d out",
                again == 0 ? "" : String.format(Locale.ROOT, "%,d to ", calls), calls + again, typical.in(),
                typical.out());
        if (typicalUsd.isEmpty() || mostUsd.isEmpty()) {
            return asked + "; what they cost is not known: no price of "
                    + String.join(", ", unpriced.stream().map(ModelName::toString).toList());
        }
        return mostUsd.get().signum() == 0
                ? asked + ": nothing to pay"
                : asked + ": " + dollars(typicalUsd.get()) + ", at most " + dollars(mostUsd.get())
                        + " if every reply is as long as it may be (prices of " + asOf
                        + "; attempts that fail and replies asked for again come on top)";
    }

    /// Cents; below a dollar, two digits that say something.
    private static String dollars(BigDecimal usd) {
        var rounded = usd.compareTo(BigDecimal.ONE) < 0
                ? usd.round(new MathContext(2, RoundingMode.UP))
                : usd.setScale(2, RoundingMode.UP);
        return "$" + rounded.toPlainString();
    }
}
