package microcosm.models;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class EstimateTest {
    private static final Prices PRICES = Prices.read("t", """
            openai:big,2.00,8.00,2026-04
            openai:small*,0.10,0.40,2026-02
            ollama:*,0,0,2026-04
            """);

    @Test
    void calls_times_tokens_times_price_over_all_models() {
        var estimate = Estimate.of(List.of(part("openai:big,max-tokens=1000", 100, 2_000, 200),
                part("openai:small-1", 50, 1_000, 5_000), part("ollama:llama3:8b", 10, 100, 100),
                part("baseline", 999, 1, 1)), PRICES);

        assertThat(estimate.calls()).isEqualTo(160);
        assertThat(estimate.typical()).isEqualTo(new Usage(251_000, 20_000 + 50 * 4_096 + 1_000));
        assertThat(estimate.most()).isEqualTo(new Usage(251_000, 100_000 + 50 * 4_096 + 10 * 4_096));
        // big: 0.4 + 0.16, at most 0.4 + 0.8; small: 0.005 + 0.08192, whose replies cannot be longer than their limit.
        assertThat(estimate.typicalUsd().orElseThrow()).isEqualByComparingTo("0.64692");
        assertThat(estimate.mostUsd().orElseThrow()).isEqualByComparingTo("1.28692");
        assertThat(estimate).hasToString("160 calls, about 251,000 tokens in and 225,800 out: $0.65, at most $1.29 if"
                + " every reply is as long as it may be (prices of 2026-02; attempts that fail and replies asked for"
                + " again come on top)");
    }

    @Test
    void one_unknown_price_makes_the_whole_unknown_and_is_named() {
        var estimate = Estimate.of(List.of(part("openai:big", 1, 1, 1), part("compatible:mine", 2, 10, 5),
                part("compatible:mine,temperature=1", 2, 10, 5)), PRICES);

        assertThat(estimate.typicalUsd()).isEqualTo(Optional.<BigDecimal>empty());
        assertThat(estimate.mostUsd()).isEmpty();
        assertThat(estimate).hasToString("5 calls, about 41 tokens in and 21 out; what they cost is not known: no price"
                + " of compatible:mine");
    }

    @Test
    void what_runs_at_home_or_asks_nobody_costs_nothing() {
        assertThat(Estimate.of(List.of(part("ollama:llama3:8b", 3, 10, 5)), PRICES))
                .hasToString("3 calls, about 30 tokens in and 15 out: nothing to pay");
        assertThat(Estimate.of(List.of(part("script:answers.jsonl", 3, 10, 5)), PRICES))
                .hasToString("no calls, nothing to pay");
    }

    @Test
    void small_amounts_are_not_rounded_to_nothing() {
        assertThat(Estimate.of(List.of(part("openai:small,max-tokens=10", 1, 100, 10)), PRICES).toString())
                .contains(": $0.000014, at most $0.000014 if");
    }

    private static Estimate.Part part(String model, long calls, long promptTokens, long replyTokens) {
        return new Estimate.Part(ModelSpec.of(model, Parameters.USUAL), calls, 0, promptTokens, replyTokens);
    }
}
