package microcosm.models;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import microcosm.models.Asked.Gift;
import microcosm.testing.Protocol;
import microcosm.testing.Served;
import microcosm.testing.Served.Ending;
import microcosm.testing.StubServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/// What every provider does, whatever its wire format. Each case plays against a stub server on loopback.
abstract class ProviderContract {
    private static final String GOOD = "{\"reason\":\"he asked\",\"target\":\"bo\",\"amount\":3,\"act\":\"give\"}";
    private static final Patience SHORT = new Patience(3, Duration.ofMillis(10), Duration.ofMillis(50),
            Duration.ofSeconds(5), Duration.ofMillis(100));
    static final String KEY = "sk-planted-0123456789abcdef-END";

    @TempDir
    Path folder;

    abstract Provider provider();

    abstract Protocol protocol();

    /// Where the wire format has the schema of a reply.
    abstract String schemaField();

    /// What is written after the model's name, and how it stands in the request, white space left out.
    abstract Map<String, String> parameters();

    @Test
    void a_plain_reply_arrives_as_it_was_sent_with_its_usage() throws IOException {
        try (var server = StubServer.start(protocol(), Served.said("Bo, I'll take four sacks."))) {
            var answer = ask(server, Asked.WORDS);

            assertThat(answer.value()).contains("Bo, I'll take four sacks.");
            assertThat(answer.outcome()).isEqualTo("used");
            assertThat(server.requests()).singleElement()
                    .satisfies(request -> assertThat(request.body()).contains("What do you do, Ada?"));
            assertThat(calls()).singleElement().asString().contains("\"tokens_in\":11,\"tokens_out\":7",
                    "\"call\":\"1.1/ada/1\"", "\"version\":\"stub-1\"", "\"source\":\"live\"");
        }
    }

    @Test
    void a_schema_is_sent_with_its_fields_in_order_and_the_reply_read_by_it() {
        try (var server = StubServer.start(protocol(), Served.said(GOOD))) {
            var answer = ask(server, Asked.GIFT);

            assertThat(answer.value()).contains(new Gift("he asked", "bo", 3, "give"));
            var body = server.requests().getFirst().body();
            assertThat(body).contains(schemaField());
            var schema = body.substring(body.indexOf("\"properties\""));
            assertThat(List.of(schema.indexOf("\"reason\""), schema.indexOf("\"target\""),
                    schema.indexOf("\"amount\""), schema.indexOf("\"act\""))).isSorted().doesNotContain(-1);
        }
    }

    @Test
    void how_a_model_is_asked_stands_in_the_request() throws IOException {
        var parameters = new ArrayList<>(parameters().keySet());
        try (var server = StubServer.start(protocol(), Served.said("Yes.")); var models = models(server)) {
            var spec = provider().word() + ":m," + String.join(",", parameters);

            assertThat(models.named(spec).orElseThrow().ask("1.1/ada/1", Asked.prompt("Ada?"), Asked.WORDS).value())
                    .contains("Yes.");

            assertThat(parameters).contains("temperature=0.25", "top-p=0.5", "max-tokens=300");
            assertThat(server.requests().getFirst().body().replaceAll("\\s", "")).contains(parameters().values());
            assertThat(calls().getFirst()).contains("\"temperature\":\"0.25\"", "\"max-tokens\":\"300\"");
        }
    }

    @Test
    void what_nobody_set_is_left_to_the_provider() {
        try (var server = StubServer.start(protocol(), Served.said("Yes."))) {
            ask(server, Asked.WORDS);

            assertThat(server.requests().getFirst().body()).doesNotContainIgnoringCase("temperature")
                    .doesNotContainIgnoringCase("top_p").doesNotContain("topP").doesNotContain("seed")
                    .doesNotContain("effort").doesNotContain("thinkingLevel");
        }
    }

    @Test
    void a_model_that_takes_no_schema_is_asked_in_words_from_then_on() {
        try (var server = StubServer.start(protocol(),
                request -> request.body().contains(schemaField())
                        ? new Served.Failed(400, "", "json schema output is not supported by this model")
                        : Served.said("```json\n" + GOOD + "\n```"));
                var models = models(server)) {
            var model = models.named(provider().word() + ":m").orElseThrow();

            assertThat(model.ask("1.1/ada/1", Asked.prompt("Ada?"), Asked.GIFT).value()).isPresent();
            assertThat(model.ask("1.1/bo/1", Asked.prompt("Bo?"), Asked.GIFT).value()).isPresent();

            assertThat(server.count()).isEqualTo(3);
            assertThat(server.requests().getLast().body()).contains("Reply with one JSON object and nothing else");
        }
    }

    @Test
    void a_rate_limit_with_retry_after_is_waited_out() {
        try (var server = StubServer.start(protocol(), Served.failed(429, "1"), Served.said("Yes."))) {
            assertThat(ask(server, Asked.WORDS).value()).contains("Yes.");

            assertThat(server.count()).isEqualTo(2);
            assertThat(server.requests().get(1).nanos() - server.requests().get(0).nanos())
                    .isBetween(1_000_000_000L, 3_000_000_000L);
        }
    }

    @Test
    void a_retry_after_that_is_a_date_is_waited_out() {
        var soon = ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(2).format(DateTimeFormatter.RFC_1123_DATE_TIME);
        try (var server = StubServer.start(protocol(), Served.failed(429, soon), Served.said("Yes."))) {
            ask(server, Asked.WORDS);

            assertThat(server.requests().get(1).nanos() - server.requests().get(0).nanos())
                    .isGreaterThan(500_000_000L);
        }
    }

    @Test
    void a_retry_after_longer_than_anybody_waits_ends_the_run() {
        try (var server = StubServer.start(protocol(), Served.failed(429, "3600"))) {
            assertThatThrownBy(() -> ask(server, Asked.WORDS)).isInstanceOf(ModelException.class)
                    .hasMessageStartingWith(provider().word() + ":m gave no reply to 1.1/ada/1 (rate-limited): status"
                            + " 429")
                    .matches(e -> ((ModelException) e).retriable());
            assertThat(server.count()).isEqualTo(1);
        }
    }

    @Test
    void a_rate_limit_without_retry_after_is_tried_again_later() throws IOException {
        try (var server = StubServer.start(protocol(), Served.failed(429), Served.failed(429), Served.said("Yes."))) {
            assertThat(ask(server, Asked.WORDS).value()).contains("Yes.");

            assertThat(server.count()).isEqualTo(3);
            assertThat(calls()).hasSize(3);
            assertThat(calls().get(0)).contains("\"fault\":\"rate-limited\"", "\"attempt\":1");
            assertThat(calls().get(2)).contains("\"attempt\":3").doesNotContain("fault");
        }
    }

    @Test
    void a_failing_server_is_tried_as_often_as_patience_has_it_and_no_more() throws IOException {
        try (var server = StubServer.start(protocol(), Served.failed(500))) {
            assertThatThrownBy(() -> ask(server, Asked.WORDS)).isInstanceOf(ModelException.class)
                    .hasMessageContaining("(3 attempts, the last: server): status 500");
            assertThat(server.count()).isEqualTo(3);
            assertThat(calls()).hasSize(3).allSatisfy(call -> assertThat(call).contains("\"fault\":\"server\""));
        }
    }

    @Test
    void a_slow_reply_within_the_deadline_is_used() {
        try (var server = StubServer.start(protocol(), Served.said("Yes.").late(Duration.ofMillis(300)))) {
            assertThat(ask(server, Asked.WORDS).value()).contains("Yes.");
        }
    }

    @Test
    void a_reply_later_than_the_deadline_is_given_up_and_asked_for_again() throws IOException {
        try (var server = StubServer.start(protocol(), Served.said("No.").late(Duration.ofMinutes(2)),
                Served.said("Yes."))) {
            assertThat(askUntil(Duration.ofSeconds(2), server).value()).contains("Yes.");
            assertThat(calls().getFirst()).contains("\"fault\":\"timeout\"");
        }
    }

    @Test
    void a_body_that_stalls_does_not_outlive_the_deadline() throws IOException {
        try (var server = StubServer.start(protocol(), new Served.Stalled(Served.said("No.")), Served.said("Yes."))) {
            long began = System.nanoTime();

            assertThat(askUntil(Duration.ofSeconds(2), server).value()).contains("Yes.");

            assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(30));
            assertThat(calls().getFirst()).contains("\"fault\":\"timeout\"");
        }
    }

    @Test
    void a_connection_that_breaks_in_the_body_is_tried_again() throws IOException {
        try (var server = StubServer.start(protocol(), new Served.Broken(Served.said("No.")), Served.said("Yes."))) {
            assertThat(ask(server, Asked.WORDS).value()).contains("Yes.");
            assertThat(calls().getFirst()).contains("\"fault\":\"connection\"");
        }
    }

    @Test
    void malformed_json_is_tried_again_and_never_content() throws IOException {
        try (var server = StubServer.start(protocol(), new Served.Raw("application/json", "{\"choices\": [{\"mess"),
                Served.said("Yes."))) {
            assertThat(ask(server, Asked.WORDS).value()).contains("Yes.");
            assertThat(calls().getFirst()).contains("\"fault\":\"malformed\"");
        }
    }

    @Test
    void json_of_another_shape_is_a_fault_and_never_content() {
        try (var server = StubServer.start(protocol(), new Served.Raw("application/json", "{\"ok\":true}"))) {
            assertThat(outcome(() -> ask(server, Asked.WORDS))).isIn("malformed", "empty");
        }
    }

    @Test
    void a_page_where_json_was_expected_ends_the_run_at_once() {
        try (var server = StubServer.start(protocol(), new Served.Raw("text/html", "<html>Sign in</html>"))) {
            assertThatThrownBy(() -> ask(server, Asked.WORDS)).isInstanceOf(ModelException.class)
                    .hasMessage(provider().word() + ":m gave no reply to 1.1/ada/1 (wrong-content-type): expected"
                            + " JSON, received text/html");
            assertThat(server.count()).isEqualTo(1);
        }
    }

    @Test
    void a_reply_cut_at_the_limit_of_tokens_is_named_and_never_content() {
        try (var server = StubServer.start(protocol(), Served.said("I would like to", Ending.CUT))) {
            assertThat(outcome(() -> ask(server, Asked.WORDS))).isEqualTo("truncated");
        }
    }

    @Test
    void an_empty_reply_is_named() {
        try (var server = StubServer.start(protocol(), Served.said(""))) {
            assertThat(outcome(() -> ask(server, Asked.WORDS))).isEqualTo("empty");
        }
    }

    @Test
    void thoughts_are_never_content() {
        try (var server = StubServer.start(protocol(), Served.thought("Secretly, I hate Bo.", "Hello, Bo."))) {
            assertThat(ask(server, Asked.WORDS).value()).contains("Hello, Bo.");
        }
        try (var server = StubServer.start(protocol(), Served.thought("Secretly, I hate Bo.", ""))) {
            assertThat(outcome(() -> ask(server, Asked.WORDS))).isEqualTo("reasoning-only");
        }
    }

    @Test
    void a_tool_call_nobody_asked_for_is_named() {
        try (var server = StubServer.start(protocol(), Served.called("I look it up."))) {
            assertThat(outcome(() -> ask(server, Asked.WORDS))).isEqualTo("tool-call");
        }
    }

    @Test
    void odd_unicode_arrives_unharmed() {
        var odd = "Zoë, נטע und 村田さん 🧑‍🌾 — e\u0301 \"quoted\" \\ \t tab\nline\u2028separator \ud83c\udf3e";
        try (var server = StubServer.start(protocol(), Served.said(odd))) {
            assertThat(ask(server, Asked.WORDS, odd).value()).contains(odd);
        }
    }

    @Test
    void a_reply_of_five_megabytes_is_received_whole_and_named() {
        try (var server = StubServer.start(protocol(), Served.said("All of it, word by word. ".repeat(200_000)))) {
            assertThat(outcome(() -> ask(server, Asked.WORDS))).isEqualTo("too-long");
        }
    }

    @Test
    void a_key_that_is_not_accepted_ends_the_run_and_is_shown_nowhere() throws IOException {
        try (var server = StubServer.start(protocol(),
                new Served.Failed(401, "", "Incorrect API key provided: " + KEY + "; sk-plan***-END"))) {
            assertThatThrownBy(() -> ask(server, Asked.WORDS)).isInstanceOf(ModelException.class)
                    .hasMessage(provider().word() + ":m gave no reply to 1.1/ada/1 (key-refused): status 401: the key"
                            + " was not accepted")
                    .matches(e -> !((ModelException) e).retriable());
            assertThat(server.count()).isEqualTo(1);
        }
        nothingWrittenHolds("sk-plan", "-END");
    }

    @Test
    void no_key_and_no_prompt_is_written_whatever_happens() throws IOException {
        try (var server = StubServer.start(protocol(), Served.failed(500),
                new Served.Failed(400, "", "bad parameter " + (provider().keyVariable().isEmpty() ? "" : KEY)))) {
            assertThatThrownBy(() -> ask(server, Asked.WORDS)).isInstanceOf(ModelException.class)
                    .hasMessageNotContainingAny(KEY, "What do you do");
        }
        assertThat(calls()).hasSize(2);
        nothingWrittenHolds(KEY, "sk-plan", "What do you do");
    }

    private void nothingWrittenHolds(String... secrets) throws IOException {
        try (var files = Files.walk(folder)) {
            assertThat(files.filter(Files::isRegularFile)).isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContain(secrets));
        }
    }

    <T> Answer<T> ask(StubServer server, Question<T> question) { return ask(server, question, "What do you do, Ada?"); }

    private <T> Answer<T> ask(StubServer server, Question<T> question, String prompt) {
        return ask(models(server), question, prompt);
    }

    private Answer<String> askUntil(Duration deadline, StubServer server) {
        return ask(models(server, deadline), Asked.WORDS, "What do you do, Ada?");
    }

    private <T> Answer<T> ask(Models asked, Question<T> question, String prompt) {
        try (asked) {
            return asked.named(provider().word() + ":m").orElseThrow().ask("1.1/ada/1", Asked.prompt(prompt),
                    question);
        }
    }

    private Models models(StubServer server) { return models(server, Duration.ofMinutes(1)); }

    private Models models(StubServer server, Duration deadline) {
        Map<String, String> environment = new HashMap<>();
        environment.put(provider().addressVariable(), server.address());
        if (!provider().keyVariable().isEmpty()) {
            environment.put(provider().keyVariable(), KEY);
        }
        return new Models(ModelSetup.of(environment).withPatience(SHORT).withDeadline(deadline)
                .withCalls(CallLog.open(folder.resolve("calls.jsonl"))).withRepairs(0));
    }

    private List<String> calls() throws IOException { return Files.readAllLines(folder.resolve("calls.jsonl")); }

    static String outcome(Callable<Answer<?>> asking) {
        try {
            var answer = asking.call();
            assertThat(answer.value()).as(answer.outcome()).isEmpty();
            return answer.outcome();
        } catch (ModelException e) {
            return e.getCause() instanceof Fault fault ? fault.kind().word() : e.toString();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }
}
