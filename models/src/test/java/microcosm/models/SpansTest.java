package microcosm.models;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.common.CompletableResultCode;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SpanExporter;

import microcosm.testing.Protocol;
import microcosm.testing.Received;
import microcosm.testing.Served;
import microcosm.testing.StubServer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SpansTest {
    private static final String KEY = "sk-planted-0123456789abcdef-END";
    private static final Patience SHORT = new Patience(2, Duration.ofMillis(5), Duration.ofMillis(20),
            Duration.ofSeconds(5), Duration.ofMillis(200));

    @Test
    void a_call_is_one_span_with_an_event_for_each_attempt_that_failed() {
        var spans = new Kept();
        var model = ModelSpec.of("mistral:large,temperature=0.5,seed=7", Parameters.USUAL);
        var request = new Request("1.1/ada/1", model.name(), model.parameters(), "act", List.of(Message.told("Ada?")),
                "{}");
        try (var watching = new OpenTelemetrySpans(spans, "microcosm")) {
            var span = watching.begin(request, "d1");
            span.failed(1, new Fault(Fault.Kind.RATE_LIMITED, "slow down"));
            span.replied(new Reply("I wait.", Reply.Finish.COMPLETE, false, false, new Usage(11, 7), "large-2"));
            span.ended("");
        }

        var span = spans.all().getFirst();
        assertThat(spans.all()).hasSize(1);
        assertThat(span.getName()).isEqualTo("chat large");
        assertThat(written(span)).containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                Map.entry("gen_ai.operation.name", "chat"), Map.entry("gen_ai.provider.name", "mistral_ai"),
                Map.entry("gen_ai.request.model", "large"), Map.entry("gen_ai.request.temperature", "0.5"),
                Map.entry("gen_ai.request.max_tokens", "4096"), Map.entry("gen_ai.request.seed", "7"),
                Map.entry("gen_ai.output.type", "json"), Map.entry("gen_ai.response.model", "large-2"),
                Map.entry("gen_ai.response.finish_reasons", "[stop]"), Map.entry("gen_ai.usage.input_tokens", "11"),
                Map.entry("gen_ai.usage.output_tokens", "7"), Map.entry("microcosm.call", "1.1/ada/1"),
                Map.entry("microcosm.purpose", "act"), Map.entry("microcosm.request", "d1")));
        assertThat(span.getEvents()).singleElement().satisfies(event -> {
            assertThat(event.getName()).isEqualTo("attempt failed");
            assertThat(event.getAttributes().toString()).contains("rate-limited", "microcosm.attempt=1");
        });
        assertThat(span.getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
    }

    @Test
    void spans_go_where_the_environment_says_and_hold_no_key_and_no_words() {
        var environment = new HashMap<String, String>();
        try (var server = StubServer.start(Protocol.OPENAI, Served.said("I give Bo salt."), Served.failed(500));
                var collector = StubServer.start(Protocol.OLLAMA, new Served.Raw("application/x-protobuf", ""))) {
            environment.put("OPENAI_BASE_URL", server.address());
            environment.put("OPENAI_API_KEY", KEY);
            environment.put("OTEL_EXPORTER_OTLP_ENDPOINT", collector.address() + "/");
            environment.put("OTEL_EXPORTER_OTLP_HEADERS", "x-team=salt%20road");
            try (var models = new Models(ModelSetup.of(environment).withPatience(SHORT))) {
                var model = models.named("openai:m").orElseThrow();
                model.ask("1.1/ada/1", Asked.prompt("What do you do, Ada?"), Asked.WORDS);
                assertThatThrownBy(() -> model.ask("1.1/bo/1", Asked.prompt("And you, Bo?"), Asked.WORDS))
                        .isInstanceOf(ModelException.class);
            }

            var received = collector.requests();
            var sent = String.join("", received.stream().map(Received::body).toList());
            assertThat(received).isNotEmpty().allSatisfy(request -> {
                assertThat(request.path()).isEqualTo("/v1/traces");
                assertThat(request.headers()).containsEntry("x-team", "salt road");
            });
            assertThat(sent).contains("chat m", "gen_ai.usage.input_tokens", "1.1/ada/1", "1.1/bo/1", "error.type",
                    "server", "attempt failed", "microcosm");
            assertThat(sent).doesNotContain(KEY, "sk-plan", "What do you do", "I give Bo", "And you");
        }
    }

    @ParameterizedTest
    @CsvSource({"'', '', '', false", "http://localhost:4318, '', '', true", "http://localhost:4318, true, '', false",
            "http://localhost:4318, '', none, false", "http://localhost:4318, false, otlp, true"})
    void nothing_is_sent_unless_the_environment_asks_for_it(String endpoint, String disabled, String exporter,
            boolean wanted) {
        assertThat(Spans.wanted(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", endpoint, "OTEL_SDK_DISABLED", disabled,
                "OTEL_TRACES_EXPORTER", exporter))).isEqualTo(wanted);
    }

    @Test
    void what_the_environment_asks_for_and_is_not_there_is_said() {
        assertThatThrownBy(() -> OpenTelemetrySpans.of(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", "http://localhost:4317",
                "OTEL_EXPORTER_OTLP_PROTOCOL", "grpc"))).isInstanceOf(ModelSetupException.class)
                .hasMessage("OTEL_EXPORTER_OTLP_PROTOCOL is \"grpc\": spans are sent as http/protobuf, usually to port"
                        + " 4318");
        assertThatThrownBy(() -> OpenTelemetrySpans.of(Map.of("OTEL_EXPORTER_OTLP_ENDPOINT", "localhost:4318")))
                .isInstanceOf(ModelSetupException.class).hasMessage("spans cannot be sent to"
                        + " \"localhost:4318/v1/traces\": expected an address such as http://localhost:4318");
    }

    private static Map<String, String> written(SpanData span) {
        var attributes = new HashMap<String, String>();
        span.getAttributes().forEach((key, value) -> attributes.put(key.getKey(), value.toString()));
        return attributes;
    }

    private static final class Kept implements SpanExporter {
        private final List<SpanData> spans = Collections.synchronizedList(new ArrayList<>());

        List<SpanData> all() { return spans; }

        @Override
        public CompletableResultCode export(Collection<SpanData> exported) {
            spans.addAll(exported);
            return CompletableResultCode.ofSuccess();
        }

        @Override
        public CompletableResultCode flush() { return CompletableResultCode.ofSuccess(); }

        @Override
        public CompletableResultCode shutdown() { return CompletableResultCode.ofSuccess(); }
    }
}
