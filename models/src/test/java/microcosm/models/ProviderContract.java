package microcosm.models;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import microcosm.models.Asked.Gift;
import microcosm.testing.Served;
import microcosm.testing.Served.Ending;
import microcosm.testing.StubServer;

import static org.assertj.core.api.Assertions.assertThat;

/// What every provider does, whatever its wire format. Each case plays against a stub server on loopback.
abstract class ProviderContract extends ProviderFaults {
    private static final String GOOD = "{\"reason\":\"he asked\",\"target\":\"bo\",\"amount\":3,\"act\":\"give\"}";

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
}
