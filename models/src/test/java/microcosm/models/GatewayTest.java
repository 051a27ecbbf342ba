package microcosm.models;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import microcosm.testing.Protocol;
import microcosm.testing.Served;
import microcosm.testing.StubServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class GatewayTest {
    private static final Patience SHORT = new Patience(3, Duration.ofMillis(5), Duration.ofMillis(20),
            Duration.ofSeconds(5), Duration.ofMillis(200));

    @TempDir
    Path folder;

    @Test
    void a_budget_of_calls_holds_over_continuations_and_is_never_overshot() {
        try (var server = StubServer.start(Protocol.OPENAI, Served.said("Yes.").late(Duration.ofMillis(20)))) {
            all(30, server, setup -> setup.withBudget(Budget.NONE.withCalls(25)));
            assertThat(server.count()).isEqualTo(25);

            assertThatThrownBy(() -> ask(server, setup -> setup.withBudget(Budget.NONE.withCalls(25)), "2.1/ada/1"))
                    .isInstanceOf(BudgetException.class).hasMessage("budget reached: 25 calls of 25");
            assertThat(server.count()).isEqualTo(25);

            ask(server, setup -> setup.withBudget(Budget.NONE.withCalls(26)), "2.1/ada/1");
            assertThat(server.count()).isEqualTo(26);
        }
    }

    @Test
    void failed_attempts_count_against_the_budget() {
        try (var server = StubServer.start(Protocol.OPENAI, Served.failed(500))) {
            assertThatThrownBy(() -> ask(server, setup -> setup.withBudget(Budget.NONE.withCalls(2)), "1.1/ada/1"))
                    .hasMessage("budget reached: 2 calls of 2");
        }
    }

    @Test
    void a_budget_of_tokens_is_overshot_by_no_more_than_the_calls_in_flight() {
        try (var server = StubServer.start(Protocol.OPENAI, Served.said("Yes.").late(Duration.ofMillis(20)))) {
            all(100, server, setup -> setup.withBudget(Budget.NONE.withTokens(180)).withConcurrency(4));
            assertThat(server.count()).isBetween(10, 10 + 4);
            assertThatThrownBy(() -> ask(server, setup -> setup.withBudget(Budget.NONE.withTokens(180)), "101.1/ada/1"))
                    .isInstanceOf(BudgetException.class).hasMessage(
                            "budget reached: " + 18 * server.count() + " tokens of 180");
        }
    }

    @Test
    void a_budget_in_dollars_stops_at_the_price_in_the_users_table() throws IOException {
        var prices = Files.writeString(folder.resolve("prices.csv"), "compatible:m,1000000,2000000,2026-01\n");
        UnaryOperator<ModelSetup> setup = one -> one.withPrices(Prices.reading(prices))
                .withBudget(Budget.NONE.withUsd(BigDecimal.valueOf(49)));
        try (var server = StubServer.start(Protocol.OPENAI, Served.said("Yes."))) {
            ask(server, setup, "1.1/ada/1");
            ask(server, setup, "1.1/ada/2");
            assertThatThrownBy(() -> ask(server, setup, "1.1/ada/3")).isInstanceOf(BudgetException.class)
                    .hasMessage("budget reached: $50 of $49");
        }
    }

    @Test
    void a_model_without_a_price_is_not_guessed_at() {
        try (var server = StubServer.start(Protocol.OPENAI, Served.said("Yes."))) {
            assertThatThrownBy(() -> ask(server, setup -> setup.withBudget(Budget.NONE.withUsd(BigDecimal.ONE)),
                    "1.1/ada/1")).isInstanceOf(ModelSetupException.class)
                    .hasMessageStartingWith("model \"compatible:m\" has no known price");

            ask(server, setup -> setup, "1.1/ada/1");
            try (var log = CallLog.open(folder.resolve("calls.jsonl"))) {
                assertThat(log.spending().unpriced()).isEqualTo(1);
                assertThat(log.spending().usd()).isEqualByComparingTo("0");
            }
        }
    }

    @Test
    void the_limit_shrinks_at_a_rate_limit_and_grows_back() {
        var inFlight = new AtomicInteger();
        var most = new AtomicInteger();
        try (var server = StubServer.start(Protocol.OPENAI, request -> {
            int now = inFlight.incrementAndGet();
            most.accumulateAndGet(now, Math::max);
            try {
                Thread.sleep(20);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            } finally {
                inFlight.decrementAndGet();
            }
            return now > 8 ? Served.failed(429, "0") : Served.said("Yes.");
        });
                var models = models(server, setup -> setup.withConcurrency(64).withPatience(
                        new Patience(50, Duration.ofMillis(5), Duration.ofMillis(20), Duration.ofSeconds(5),
                                Duration.ofMillis(200))))) {
            all(models, 400);

            assertThat(models.concurrency(Provider.COMPATIBLE)).isBetween(1, 20);
            assertThat(most.get()).isGreaterThan(8);
            assertThat(server.count()).as("calls wasted on rate limits").isLessThan(400 + 150);
        }
    }

    @Test
    void a_server_that_stays_down_is_left_alone() {
        try (var server = StubServer.start(Protocol.OPENAI, Served.failed(503));
                var models = models(server, setup -> setup.withPatience(new Patience(2, Duration.ofMillis(1),
                        Duration.ofMillis(2), Duration.ofSeconds(1), Duration.ofMinutes(1))))) {
            var model = models.named("compatible:m").orElseThrow();
            for (int call = 1; call <= 100; call++) {
                String name = call + ".1/ada/1";
                assertThatThrownBy(() -> model.ask(name, Asked.prompt("?"), Asked.WORDS))
                        .isInstanceOf(ModelException.class).matches(e -> ((ModelException) e).retriable());
            }
            assertThat(server.count()).isBetween(20, 25);
        }
    }

    @Test
    void requests_a_minute_are_kept() {
        try (var server = StubServer.start(Protocol.OPENAI, Served.said("Yes."));
                var models = models(server, setup -> setup.withRequestsPerMinute(600))) {
            long began = System.nanoTime();
            all(models, 610);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(Duration.ofMillis(900));
        }
    }

    @Test
    void tokens_a_minute_are_kept_as_the_provider_counts_them() {
        // 18 tokens a call as the stub counts; a prompt of one character is taken for one before it has.
        try (var server = StubServer.start(Protocol.OPENAI, Served.said("Yes."));
                var models = models(server, setup -> setup.withTokensPerMinute(1_800).withConcurrency(1))) {
            long began = System.nanoTime();
            all(models, 103);

            assertThat(server.count()).isEqualTo(103);
            assertThat(Duration.ofNanos(System.nanoTime() - began)).as("100 calls at once, 30 tokens a second after")
                    .isGreaterThan(Duration.ofMillis(1_100));
        }
    }

    @Test
    void a_prompt_larger_than_a_minutes_tokens_is_sent_in_the_end() {
        try (var server = StubServer.start(Protocol.OPENAI, Served.said("Yes."));
                var models = models(server, setup -> setup.withTokensPerMinute(600))) {
            var model = models.named("compatible:m").orElseThrow();

            assertThat(model.ask("1.1/ada/1", Asked.prompt("grain ".repeat(1_000)), Asked.WORDS).outcome())
                    .isEqualTo("used");
        }
    }

    @Test
    void a_cached_reply_is_used_again_only_for_the_same_call_unless_sharing_is_asked_for() {
        UnaryOperator<ModelSetup> cached = setup -> setup.withCache(folder.resolve("cache"));
        try (var server = StubServer.start(Protocol.OPENAI, Served.said("Yes."))) {
            ask(server, cached, "1.1/ada/1");
            ask(server, cached, "1.1/ada/1");
            assertThat(server.count()).isEqualTo(1);

            ask(server, cached, "1.1/ada/2");
            assertThat(server.count()).isEqualTo(2);

            ask(server, setup -> cached.apply(setup).withParameters(Parameters.USUAL.withTemperature(0.5)),
                    "1.1/ada/1");
            assertThat(server.count()).isEqualTo(3);

            ask(server, setup -> cached.apply(setup).withShareReplies(true), "1.1/ada/1");
            ask(server, setup -> cached.apply(setup).withShareReplies(true), "9.9/bo/9");
            assertThat(server.count()).isEqualTo(4);
        }
    }

    @Test
    void an_altered_or_truncated_cache_entry_is_detected_said_and_replaced() throws IOException {
        UnaryOperator<ModelSetup> cached = setup -> setup.withCache(folder.resolve("cache"));
        try (var server = StubServer.start(Protocol.OPENAI, Served.said("Yes."))) {
            ask(server, cached, "1.1/ada/1");
            Path entry;
            try (var files = Files.walk(folder.resolve("cache"))) {
                entry = files.filter(Files::isRegularFile).findFirst().orElseThrow();
            }
            Files.writeString(entry, Files.readString(entry).replace("Yes.", "No."));

            assertThat(ask(server, cached, "1.1/ada/1").value()).contains("Yes.");

            assertThat(server.count()).isEqualTo(2);
            assertThat(Files.readString(folder.resolve("calls.jsonl"))).contains("\"fault\":\"cache-damaged\"");
            assertThat(ask(server, cached, "1.1/ada/1").value()).contains("Yes.");
            assertThat(server.count()).isEqualTo(2);

            Files.writeString(entry, Files.readString(entry).substring(0, 80));
            assertThat(ask(server, cached, "1.1/ada/1").value()).contains("Yes.");
            assertThat(server.count()).isEqualTo(3);
        }
    }

    @Test
    void a_line_that_an_interruption_cut_off_counts_as_a_call_and_the_log_goes_on_below_it() throws IOException {
        var path = folder.resolve("calls.jsonl");
        Files.writeString(path,
                "{\"call\":\"1.1/ada/1\",\"source\":\"live\",\"tokens_in\":5,\"tokens_out\":2}\n{\"call\":\"1.");
        try (var log = CallLog.open(path)) {
            assertThat(log.spending())
                    .isEqualTo(new Spending(2, 0, new Usage(5, 2), BigDecimal.ZERO, 1, 0));
        }
        assertThat(Files.readString(path)).endsWith("{\"call\":\"1.\n");
    }

    @Test
    void the_longest_name_in_the_table_of_prices_wins() {
        var prices = Prices.shipped();
        assertThat(prices.of(ModelName.of("openai:gpt-4o-mini-2024-07-18")).orElseThrow().in())
                .isEqualByComparingTo("0.15");
        assertThat(prices.of(ModelName.of("openai:gpt-4o")).orElseThrow().in()).isEqualByComparingTo("2.50");
        assertThat(prices.of(ModelName.of("openai:a-model-of-tomorrow"))).isEqualTo(Optional.empty());
    }

    private Answer<String> ask(StubServer server, UnaryOperator<ModelSetup> change, String call) {
        try (var models = models(server, change)) {
            return models.named("compatible:m").orElseThrow().ask(call, Asked.prompt("?"), Asked.WORDS);
        }
    }

    private void all(int calls, StubServer server, UnaryOperator<ModelSetup> change) {
        try (var models = models(server, change)) {
            all(models, calls);
        }
    }

    private static void all(Models models, int calls) {
        var model = models.named("compatible:m").orElseThrow();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            IntStream.rangeClosed(1, calls).forEach(call -> threads
                    .submit(() -> model.ask(call + ".1/ada/1", Asked.prompt("?"), Asked.WORDS)));
        }
    }

    private Models models(StubServer server, UnaryOperator<ModelSetup> change) {
        return new Models(change.apply(ModelSetup.of(Map.of("MICROCOSM_BASE_URL", server.address()))
                .withPatience(SHORT).withDeadline(Duration.ofSeconds(2))
                .withCalls(CallLog.open(folder.resolve("calls.jsonl")))));
    }
}
