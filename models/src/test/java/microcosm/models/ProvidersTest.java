package microcosm.models;

import java.util.Map;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import microcosm.testing.Protocol;
import microcosm.testing.Served;
import microcosm.testing.Served.Ending;
import microcosm.testing.StubServer;

import static org.assertj.core.api.Assertions.assertThat;

/// The conformance table, `CONFORMANCE.md`: every provider against every case of [ProviderContract], and what only one of them does.
class ProvidersTest {
    @RegisterExtension
    static final Conformance TABLE = new Conformance();

    @Nested
    class OpenAi extends ProviderContract {
        @Override
        Provider provider() { return Provider.OPENAI; }

        @Override
        Protocol protocol() { return Protocol.OPENAI; }

        @Override
        String schemaField() { return "\"json_schema\""; }

        @Override
        Map<String, String> parameters() {
            return Map.of("temperature=0.25", "\"temperature\":0.25", "top-p=0.5", "\"top_p\":0.5", "max-tokens=300",
                    "\"max_completion_tokens\":300", "seed=7", "\"seed\":7", "effort=low",
                    "\"reasoning_effort\":\"low\"");
        }

        @Test
        void a_refusal_is_named_and_the_key_travels_in_its_header() {
            try (var server = StubServer.start(Protocol.OPENAI, Served.refused("I can't help with that."))) {
                assertThat(outcome(() -> ask(server, Asked.WORDS))).isEqualTo("refusal");
                assertThat(server.requests().getFirst().headers()).containsEntry("authorization", "Bearer " + KEY);
            }
        }

        @Test
        void a_filtered_reply_is_named() {
            try (var server = StubServer.start(Protocol.OPENAI, Served.said("", Ending.FILTERED))) {
                assertThat(outcome(() -> ask(server, Asked.WORDS))).isEqualTo("filtered");
            }
        }

        @Test
        void a_schema_that_allows_strict_mode_is_sent_strict() {
            try (var server = StubServer.start(Protocol.OPENAI, Served.said("{}"))) {
                ask(server, Asked.GIFT);
                assertThat(server.requests().getFirst().body().replace(" ", "")).contains("\"strict\":true",
                        "\"max_completion_tokens\":4096");
            }
        }

        @Test
        void an_account_without_credit_ends_the_run_at_once() {
            try (var server = StubServer.start(Protocol.OPENAI,
                    new Served.Failed(429, "", "You exceeded your current quota: insufficient_quota"))) {
                assertThat(outcome(() -> ask(server, Asked.WORDS))).isEqualTo("rejected");
                assertThat(server.count()).isEqualTo(1);
            }
        }
    }

    @Nested
    class Compatible extends ProviderContract {
        @Override
        Provider provider() { return Provider.COMPATIBLE; }

        @Override
        Protocol protocol() { return Protocol.OPENAI; }

        @Override
        String schemaField() { return "\"json_schema\""; }

        @Override
        Map<String, String> parameters() {
            return Map.of("temperature=0.25", "\"temperature\":0.25", "top-p=0.5", "\"top_p\":0.5", "max-tokens=300",
                    "\"max_tokens\":300", "seed=7", "\"seed\":7", "effort=low", "\"reasoning_effort\":\"low\"");
        }

        @Test
        void no_upgrade_to_http_2_is_offered_and_tokens_are_limited_in_the_old_words() {
            try (var server = StubServer.start(Protocol.OPENAI, Served.said("Yes."))) {
                ask(server, Asked.WORDS);
                var request = server.requests().getFirst();
                assertThat(request.headers()).doesNotContainKeys("upgrade", "http2-settings");
                assertThat(request.body().replace(" ", "")).contains("\"max_tokens\":4096");
            }
        }
    }

    @Nested
    class Anthropic extends ProviderContract {
        @Override
        Provider provider() { return Provider.ANTHROPIC; }

        @Override
        Protocol protocol() { return Protocol.ANTHROPIC; }

        @Override
        String schemaField() { return "\"output_config\""; }

        @Override
        Map<String, String> parameters() {
            return Map.of("temperature=0.25", "\"temperature\":0.25", "top-p=0.5", "\"top_p\":0.5", "max-tokens=300",
                    "\"max_tokens\":300");
        }

        @Test
        void a_refusal_is_named() {
            try (var server = StubServer.start(Protocol.ANTHROPIC, Served.refused("I can't help with that."))) {
                assertThat(outcome(() -> ask(server, Asked.WORDS))).isEqualTo("refusal");
            }
        }

        @Test
        void a_reply_may_have_four_thousand_tokens_and_not_one_thousand() {
            try (var server = StubServer.start(Protocol.ANTHROPIC, Served.said("Yes."))) {
                ask(server, Asked.WORDS);
                assertThat(server.requests().getFirst().body().replace(" ", "")).contains("\"max_tokens\":4096");
                assertThat(server.requests().getFirst().headers()).containsEntry("x-api-key", KEY);
            }
        }

        @Test
        void an_overloaded_server_is_waited_for_as_at_a_rate_limit() {
            try (var server = StubServer.start(Protocol.ANTHROPIC, Served.failed(529), Served.said("Yes."))) {
                assertThat(ask(server, Asked.WORDS).outcome()).isEqualTo("used");
            }
        }
    }

    @Nested
    class Gemini extends ProviderContract {
        @Override
        Provider provider() { return Provider.GEMINI; }

        @Override
        Protocol protocol() { return Protocol.GEMINI; }

        @Override
        String schemaField() { return "\"responseJsonSchema\""; }

        @Override
        Map<String, String> parameters() {
            return Map.of("temperature=0.25", "\"temperature\":0.25", "top-p=0.5", "\"topP\":0.5", "max-tokens=300",
                    "\"maxOutputTokens\":300", "seed=7", "\"seed\":7", "effort=low", "\"thinkingLevel\":\"low\"");
        }

        @Test
        void a_blocked_prompt_and_a_filtered_reply_are_named() {
            try (var server = StubServer.start(Protocol.GEMINI, Served.refused("PROHIBITED_CONTENT"))) {
                assertThat(outcome(() -> ask(server, Asked.WORDS))).isEqualTo("filtered");
            }
            try (var server = StubServer.start(Protocol.GEMINI, Served.said("", Ending.FILTERED))) {
                assertThat(outcome(() -> ask(server, Asked.WORDS))).isEqualTo("filtered");
            }
        }
    }

    @Nested
    class Mistral extends ProviderContract {
        @Override
        Provider provider() { return Provider.MISTRAL; }

        @Override
        Protocol protocol() { return Protocol.MISTRAL; }

        @Override
        String schemaField() { return "\"json_schema\""; }

        @Override
        Map<String, String> parameters() {
            return Map.of("temperature=0.25", "\"temperature\":0.25", "top-p=0.5", "\"top_p\":0.5", "max-tokens=300",
                    "\"max_tokens\":300", "seed=7", "\"random_seed\":7");
        }

        @Test
        void a_schema_that_allows_strict_mode_is_sent_strict() {
            try (var server = StubServer.start(Protocol.MISTRAL, Served.said("{}"))) {
                ask(server, Asked.GIFT);
                assertThat(server.requests().getFirst().body().replace(" ", "")).contains("\"strict\":true");
            }
        }
    }

    @Nested
    class Ollama extends ProviderContract {
        @Override
        Provider provider() { return Provider.OLLAMA; }

        @Override
        Protocol protocol() { return Protocol.OLLAMA; }

        @Override
        String schemaField() { return "\"format\""; }

        @Override
        Map<String, String> parameters() {
            return Map.of("temperature=0.25", "\"temperature\":0.25", "top-p=0.5", "\"top_p\":0.5", "max-tokens=300",
                    "\"num_predict\":300", "seed=7", "\"seed\":7");
        }
    }
}
