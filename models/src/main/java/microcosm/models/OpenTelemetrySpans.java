package microcosm.models;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.exporter.otlp.http.trace.OtlpHttpSpanExporter;
import io.opentelemetry.sdk.resources.Resource;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.export.BatchSpanProcessor;
import io.opentelemetry.sdk.trace.export.SpanExporter;

/// Spans as OpenTelemetry has them for generative models: one for each call, its repeated attempts included, an event for each
/// attempt that failed. Never a prompt, a reply or a key. Loaded only when spans are wanted.
///
/// Source: OpenTelemetry, Semantic conventions for generative client AI spans (status: development).
final class OpenTelemetrySpans implements Spans {
    private final SdkTracerProvider provider;
    private final Tracer tracer;

    OpenTelemetrySpans(SpanExporter exporter, String service) {
        provider = SdkTracerProvider.builder().addSpanProcessor(BatchSpanProcessor.builder(exporter).build())
                .setResource(Resource.getDefault()
                        .merge(Resource.create(Attributes.of(AttributeKey.stringKey("service.name"), service))))
                .build();
        tracer = provider.get("microcosm.models");
    }

    /// Where and how OpenTelemetry's own variables say: `OTEL_EXPORTER_OTLP_ENDPOINT` or `…_TRACES_ENDPOINT`,
    /// `OTEL_EXPORTER_OTLP_HEADERS`, `OTEL_SERVICE_NAME`; over HTTP, in its binary form.
    ///
    /// @throws ModelSetupException if they ask for what is not there
    static OpenTelemetrySpans of(Map<String, String> environment) {
        var protocol = environment.getOrDefault("OTEL_EXPORTER_OTLP_TRACES_PROTOCOL",
                environment.getOrDefault("OTEL_EXPORTER_OTLP_PROTOCOL", ""));
        if (!protocol.isBlank() && !protocol.equals("http/protobuf")) {
            throw new ModelSetupException("OTEL_EXPORTER_OTLP_PROTOCOL is \"" + protocol
                    + "\": spans are sent as http/protobuf, usually to port 4318");
        }
        var base = environment.getOrDefault("OTEL_EXPORTER_OTLP_ENDPOINT", "").strip().replaceFirst("/+$", "");
        var own = environment.getOrDefault("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT", "").strip();
        var address = own.isEmpty() ? base + "/v1/traces" : own;
        try {
            var exporter = OtlpHttpSpanExporter.builder().setEndpoint(address);
            headers(environment.getOrDefault("OTEL_EXPORTER_OTLP_HEADERS", "")).forEach(exporter::addHeader);
            return new OpenTelemetrySpans(exporter.build(), environment.getOrDefault("OTEL_SERVICE_NAME", "microcosm"));
        } catch (IllegalArgumentException e) {
            throw new ModelSetupException("spans cannot be sent to \"" + address + "\": expected an address such as"
                    + " http://localhost:4318", e);
        }
    }

    /// `key=value,key=value`, values percent-encoded.
    private static SequencedMap<String, String> headers(String text) {
        var headers = new LinkedHashMap<String, String>();
        for (var pair : text.split(",")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                headers.put(pair.substring(0, equals).strip(),
                        URLDecoder.decode(pair.substring(equals + 1).strip().replace("+", "%2B"),
                                StandardCharsets.UTF_8));
            }
        }
        return headers;
    }

    @Override
    public Span begin(Request request, String digest) {
        var span = tracer.spanBuilder("chat " + request.model().model()).setSpanKind(SpanKind.CLIENT)
                .setAttribute("gen_ai.operation.name", "chat")
                .setAttribute("gen_ai.provider.name", system(request.model().provider()))
                .setAttribute("gen_ai.request.model", request.model().model())
                .setAttribute("gen_ai.output.type", request.schema().isEmpty() ? "text" : "json")
                .setAttribute("microcosm.call", request.call()).setAttribute("microcosm.purpose", request.purpose())
                .setAttribute("microcosm.request", digest);
        var parameters = request.parameters();
        parameters.temperature().ifPresent(value -> span.setAttribute("gen_ai.request.temperature", value));
        parameters.topP().ifPresent(value -> span.setAttribute("gen_ai.request.top_p", value));
        parameters.maxTokens().ifPresent(value -> span.setAttribute("gen_ai.request.max_tokens", value));
        parameters.seed().ifPresent(value -> span.setAttribute("gen_ai.request.seed", value));
        return new Call(span.startSpan());
    }

    /// How the conventions call a provider.
    private static String system(Provider provider) {
        return provider == Provider.GEMINI
                ? "gcp.gemini"
                : provider == Provider.MISTRAL ? "mistral_ai" : provider.word();
    }

    private record Call(io.opentelemetry.api.trace.Span span) implements Span {
        @Override
        public void failed(int attempt, Fault fault) {
            span.addEvent("attempt failed", Attributes.of(AttributeKey.longKey("microcosm.attempt"), (long) attempt,
                    AttributeKey.stringKey("error.type"), fault.kind().word()));
        }

        @Override
        public void replied(Reply reply) {
            span.setAttribute(AttributeKey.stringArrayKey("gen_ai.response.finish_reasons"),
                    List.of(reason(reply.finish())));
            span.setAttribute("gen_ai.usage.input_tokens", reply.usage().in());
            span.setAttribute("gen_ai.usage.output_tokens", reply.usage().out());
            if (!reply.version().isEmpty()) {
                span.setAttribute("gen_ai.response.model", reply.version());
            }
        }

        private static String reason(Reply.Finish finish) {
            return switch (finish) {
                case COMPLETE -> "stop";
                case TRUNCATED -> "length";
                case FILTERED -> "content_filter";
                case REFUSED, OTHER -> finish.name().toLowerCase(Locale.ROOT);
            };
        }

        @Override
        public void ended(String error) {
            if (!error.isEmpty()) {
                span.setAttribute("error.type", error);
                span.setStatus(StatusCode.ERROR);
            }
            span.end();
        }
    }

    @Override
    public void close() { provider.close(); }
}
